import { env } from '@/lib/env'
import type { Work } from '@/lib/jobs'
import { smtpPost } from '@/lib/smtp'
import { deliverOutbox } from './commands/deliver'

/** Delivers the outbox: when something is put into it, and twice a minute in case a job was lost. */
export const mailWork: Work = {
  name: 'mail',
  queue: 'mail',
  everySeconds: 30,
  async run(signal) {
    const { SMTP_URL, isDemo } = env()
    // A real installation without a server keeps its mail until it has one.
    if (!SMTP_URL && !isDemo) return
    const post = SMTP_URL ? smtpPost(SMTP_URL) : null
    try {
      await deliverOutbox(post, signal)
    } finally {
      post?.close()
    }
  },
}
