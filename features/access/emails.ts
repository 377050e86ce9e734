import { renderTemplate, type Template } from '@/features/mail/rules/template'
import type { Locale } from '@/lib/time-words'
import { ROLE_WORDS } from './formats/role-words'
import { ROLE_NAMES, type Role } from './schema'

interface Mail {
  subject: string
  text: string
}

export function signInMail({ url, host, minutes }: { url: string; host: string; minutes: number }): Mail {
  return {
    subject: `Sign in to ${host}`,
    text: `Open this page and press its button to sign in to ${host}:

${url}

The link works once, within ${minutes} minutes. If you did not ask for it, ignore this mail: nothing happens without the button.
`,
  }
}

interface RoleFacts {
  role: Role
  to: { name: string; locale: string }
  /** Null: everywhere. */
  eventName: string | null
  url: string
}

/** In the event's own words where it has some that leave no gap, and in its reader's language. */
export function roleMail({ role, to, eventName, url }: RoleFacts, own: (locale: Locale) => Template | undefined) {
  const locale: Locale = to.locale === 'zh' ? 'zh' : 'en'
  const everywhere = locale === 'zh' ? '整个基金会' : 'the whole foundation'
  const name = locale === 'zh' ? ROLE_NAMES_ZH[role] : ROLE_NAMES[role].toLowerCase()
  const values = { name: to.name, role: name, event: eventName ?? everywhere, link: url }
  const words = own(locale)
  const written = words && renderTemplate(words, values)
  const mail = written?.ok ? written : renderTemplate(ROLE_WORDS[locale], values)
  if (!mail.ok) throw new Error(`The mail about a role says nothing of ${mail.empty.join(', ')}.`)
  return { subject: mail.subject, text: mail.text, locale }
}

const ROLE_NAMES_ZH: Record<Role, string> = {
  reader: '读者',
  speaker: '演讲者',
  reviewer: '评审',
  chair: '主席',
  scheduler: '日程编排',
  editor: '编辑',
  'ambassador-manager': '大使管理员',
  admin: '管理员',
}
