import { existsSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (file: string) => new URL(file, import.meta.url).pathname
const pages = ['index.html', 'gallery.html', 'graphiql.html'].filter((page) => existsSync(here(page)))
const server = process.env.SERVER_URL ?? 'http://localhost:4000'

/** react-aria carries its words in 34 languages; ours are Japanese, English and Chinese. */
const fewerLanguages: Plugin = {
  name: 'fewer-languages',
  enforce: 'pre',
  load(id) {
    const language = /react-aria(?:-components)?\/dist\/.*\/([a-z]{2}-[A-Z]{2})\.m?js$/u.exec(id)?.[1]
    return language && !['ja-JP', 'en-US', 'zh-CN'].includes(language) ? 'export default {}' : undefined
  },
}

export default defineConfig({
  root: here('.'),
  plugins: [fewerLanguages, react(), tailwindcss()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Fonts and pictures stay files: the pages' policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: pages.map((page) => here(page)) },
  },
  server: {
    proxy: {
      '/graphql': { target: server, ws: true },
      '/files': { target: server },
      '/dev/mail.json': { target: server },
      '/dev/clock.json': { target: server },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}', 'e2e/pictures/scenes.test.ts'],
    setupFiles: [],
    css: false,
  },
})
