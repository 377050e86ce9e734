import { deliverOutbox } from '@/features/mail/commands/deliver'
import { smtpPost } from '@/lib/smtp'

/** A process that delivers until it is killed: `DATABASE_URL` and `SMTP_URL` say what and where. */
const post = smtpPost(process.env.SMTP_URL ?? '')
process.stdout.write('delivering\n')
await deliverOutbox(post, new AbortController().signal)
process.exit(0)
