import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { account } from './ja/account.ts'
import { app } from './ja/app.ts'
import { dev } from './ja/dev.ts'
import { employer } from './ja/employer.ts'
import { messages } from './ja/messages.ts'
import { publicPages } from './ja/public.ts'
import { seeker } from './ja/seeker.ts'
import { staff } from './ja/staff.ts'
import { ui } from './ja/ui.ts'

/** Every namespace of the client; a new language is a second object of this shape. */
const ja = { ui, app, public: publicPages, account, seeker, employer, messages, staff, dev }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: typeof ja
  }
}

/** One instance for the whole client, ready at once: the texts are part of the bundle. */
export const i18n = i18next.createInstance()
void i18n.use(initReactI18next).init({
  lng: 'ja',
  fallbackLng: 'ja',
  defaultNS: 'ui',
  resources: { ja },
  interpolation: { escapeValue: false },
  initAsync: false,
})
