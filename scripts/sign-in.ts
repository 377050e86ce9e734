import { parseArgs } from 'node:util'
import { makeLink } from '@/features/access/commands/operator'
import { Email, Role } from '@/features/access/schema'
import { disconnect } from '@/lib/db'
import { prepareDatabase } from '@/lib/postgres/prepare'
import { leave, withTables } from './leave'

const USAGE = 'npm run sign-in -- EMAIL [--role ROLE]'

const options = { role: { type: 'string' } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true, strict: false })
const email = Email.safeParse(positionals[0])
if (!email.success || positionals.length !== 1) leave(`Give one e-mail address: ${USAGE}`)
const role = values.role === undefined ? null : Role.safeParse(values.role)
if (role && !role.success) leave(`There is no role “${values.role}”. Roles: ${Role.options.join(', ')}.`)

const database = await prepareDatabase()
console.log(await withTables(makeLink(email.data, role?.data ?? null)))
console.error('Open it in a browser and press the button. It works once, for 15 minutes.')
await disconnect()
await database.stop()
process.exit(0)
