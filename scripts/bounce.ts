import { text } from 'node:stream/consumers'
import { recordBounce } from '@/features/mail/commands/bounce'
import { readBounce } from '@/features/mail/rules'
import { disconnect } from '@/lib/db'
import { prepareDatabase } from '@/lib/postgres/prepare'
import { leave, withTables } from './leave'

/** `npm run bounce < REPORT` (a mail server's report of a letter that came back) or `npm run bounce -- MESSAGE-ID REASON`. */
const [messageId, ...words] = process.argv.slice(2)
const bounce = messageId
  ? { ok: true as const, messageId, reason: words.join(' ') || 'Came back' }
  : readBounce(await text(process.stdin))
if (!bounce.ok) leave('This is not a report of a letter that could not be delivered for good.')
const database = await prepareDatabase()
const to = await withTables(recordBounce(bounce.messageId, bounce.reason))
await disconnect()
await database.stop()
if (to === null) leave(`No letter ${bounce.messageId} was sent from here.`)
console.log(`The letter to ${to} has bounced: ${bounce.reason}`)
process.exit(0)
