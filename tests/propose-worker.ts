import { Client } from 'pg'
import { ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import { dispatch } from '@/features/api/gate'

/**
 * A process that sends one POST with a key to the API and is killed by itself in the moment in which the transaction that
 * writes the proposal has been committed, before anybody hears of it: `DATABASE_URL` says where, its arguments the token,
 * the event and the key.
 */
const [token = '', event = '', key = ''] = process.argv.slice(2)
const { query } = Client.prototype
let isWritten = false
Client.prototype.query = function (this: Client, ...args: unknown[]) {
  const [asked] = args
  const text = typeof asked === 'string' ? asked : String(Object(asked).text ?? '')
  if (/insert into\s+"?public"?\."?proposal"\s/i.test(text)) isWritten = true
  const answer = Reflect.apply(query, this, args)
  if (isWritten && /^\s*commit/i.test(text) && answer instanceof Promise)
    return answer.then(() => process.kill(process.pid, 'SIGKILL'))
  return answer
} as typeof query
const request = new Request(`http://localhost/api/v1/events/${event}/proposals`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
  body: JSON.stringify({ title: 'Once' }),
})
await dispatch(ENDPOINTS_OF_ALL_FEATURES, request, ['events', event, 'proposals'])
process.exit(0)
