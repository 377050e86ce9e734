import { parseArgs } from 'node:util'
import { issuePersonToken, issueServiceToken } from '@/features/access/commands/operator'
import { Email, Role } from '@/features/access/schema'
import { disconnect } from '@/lib/db'
import { prepareDatabase } from '@/lib/postgres/prepare'
import { leave, withTables } from './leave'

const USAGE = 'npm run token -- (--person EMAIL | --name SERVICE --role ROLE [--event SLUG])'

const text = { type: 'string' } as const
const { values } = parseArgs({ options: { person: text, name: text, role: text, event: text }, strict: false })
const said = (name: 'person' | 'name' | 'role' | 'event') => {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : null
}
const [person, service, event, role] = [said('person'), said('name'), said('event'), Role.safeParse(said('role'))]
if ((person === null) === (service === null)) leave(`Say whose token: ${USAGE}`)
if (service !== null && !role.success) leave(`A service needs a role (${Role.options.join(', ')}): ${USAGE}`)

const database = await prepareDatabase()
const token = await withTables(issue())
await disconnect()
await database.stop()
if (token === null) leave(person ? `Nobody here has the address ${person}.` : `There is no event “${event}”.`)
console.log(token)
process.exit(0)

async function issue(): Promise<string | null> {
  if (service !== null && role.success) return issueServiceToken(service, role.data, event)
  return issuePersonToken(Email.safeParse(person).data ?? '')
}
