import { getPersonActor } from '@/features/access/queries'
import { announceDecisions } from '@/features/proposals/commands/decide'
import { entered } from './proposals'

/** A process that announces until it is killed: `DATABASE_URL` says where, its arguments who, which event and what. */
const [chairId = '', slug = '', ...codes] = process.argv.slice(2)
const chair = await getPersonActor(chairId)
if (!chair) throw new Error('There is no such chair')
process.stdout.write('announcing\n')
await announceDecisions(chair, await entered({ slug }), { codes, dryRun: false }, new Date())
process.exit(0)
