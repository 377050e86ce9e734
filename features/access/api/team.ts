import { z } from 'zod'
import { nothingHere, pageInOrder, problem } from '@/features/api/rules'
import { callerOf, endpoint, eventOf, idOf, listOf, Moment, named, Page } from '@/features/api/schema'
import { bindRole, unbindRole } from '../commands/bindings'
import { listBindings } from '../queries'
import { EVENT_ROLES, NewTeamBinding, ROLES } from '../schema'

const BindingAnswer = named(
  'RoleBinding',
  z.object({
    id: z.string(),
    role: z.enum(ROLES),
    kind: z.enum(['person', 'team', 'service']).describe('Who holds it'),
    name: z.string(),
    email: z.string().nullable(),
    createdAt: Moment,
  }),
)

const list = endpoint('GET /events/{event}/team', {
  summary: 'Who reviews, chairs and schedules an event',
  query: Page.extend({ role: z.enum(EVENT_ROLES).optional() }),
  answer: listOf(BindingAnswer),
  handle: async (call) => {
    const { role } = call.query
    const rows = (await listBindings(eventOf(call))).filter((binding) => !role || binding.role === role)
    return { ok: true, body: pageInOrder(rows, call.query, ({ id }) => id) }
  },
})

const add = endpoint('POST /events/{event}/team', {
  summary: 'Gives somebody a role in the event; they are told by mail, and a new address gets an account',
  body: NewTeamBinding,
  answer: BindingAnswer,
  handle: async (call) => {
    const outcome = await bindRole(callerOf(call), eventOf(call), call.body)
    if (!outcome.ok) return problem(outcome.reason, 'This person has this role already.')
    const made = (await listBindings(eventOf(call))).find(({ id }) => id === outcome.id)
    return made ? { ok: true, status: 201, body: made } : nothingHere()
  },
})

const remove = endpoint('DELETE /events/{event}/team/{id}', {
  summary: 'Takes a role in the event back',
  handle: async (call) => {
    const outcome = await unbindRole(callerOf(call), eventOf(call), idOf(call))
    return outcome.ok ? { ok: true } : nothingHere()
  },
})

export const teamEndpoints = [list, add, remove]
