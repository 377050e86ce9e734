import type { Template } from '@/features/mail/rules/template'
import type { Locale } from '@/lib/time-words'

/** The words of the mail that tells somebody of their new role, as long as an event has none of its own. */
export const ROLE_WORDS: Record<Locale, Template> = {
  en: {
    subject: 'You are now {role}: {event}',
    text: [
      'Hello{#name} {name}{/name},',
      'You have been given a role: {role}, for {event}.',
      'Sign in with this address to begin:\n{link}',
    ].join('\n\n'),
  },
  zh: {
    subject: '您的新角色：{role}（{event}）',
    text: [
      '{#name}{name}，{/name}您好：',
      '您在 {event} 有了新的角色：{role}。',
      '请用此邮箱地址登录开始：\n{link}',
    ].join('\n\n'),
  },
}
