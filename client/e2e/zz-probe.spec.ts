import { test } from '@playwright/test'
import { device, DESK } from './people.ts'
test('x', async ({ browser }) => {
  const { page, troubles } = await device(browser, DESK)
  page.on('response', async (r) => { if (r.url().includes('graphql')) console.log(r.status(), r.request().postData()?.slice(0, 60), (await r.text()).slice(0, 300), (await r.text()).slice(-700)) })
  page.on('websocket', (ws) => { ws.on('framesent', (f) => console.log('>', String(f.payload).slice(0, 200))); ws.on('framereceived', (f) => console.log('<', String(f.payload).slice(0, 200))) })
  await page.goto('/jobs')
  await page.waitForTimeout(8000)
  console.log(troubles, await page.title())
  await page.screenshot({ path: '/tmp/live/jobs.png' })
})
