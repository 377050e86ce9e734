import { can, refuse } from '@/features/access/rules'
import { type Actor, EVENT_ROLES, RESOURCES, ROLE_NAMES, ROLES, type Role, VERBS } from '@/features/access/schema'
import { ACTIONS, ENDPOINTS, type Need, PAGES, type Permission } from '@/features/access/table'
import { code, made, page, table } from './markdown'

const EVENT = 'event'
/** What readers and speakers may is what everybody may who is signed in. */
const COLUMNS: [name: string, actor: Actor][] = [
  ['Visitor', { kind: 'visitor' }],
  ['Signed in', holder('reader')],
  ...ROLES.filter((role) => role !== 'reader' && role !== 'speaker').map((role): [string, Actor] => [
    ROLE_NAMES[role],
    holder(role),
  ]),
]

/** docs/access.md: who may call what, asked of the rules themselves. */
export function accessPage(): string {
  return page(
    made('`features/access/table.ts` and `features/access/rules.ts`'),
    '# Who may do what',
    'Roles are verbs on resources. A binding gives a role to a person, a team or a service, everywhere or in one event. Every page, action and endpoint has a row here, and a request is held against its row before anything else happens. Why it is one table: [decision 0005](decisions/0005-one-access-table.md).',
    'Reviewers, chairs and schedulers are shown as they are usually bound, in the event in question; the others everywhere. Who is signed in is a reader and a speaker without any binding; a service holds only what it is bound to.',
    '**yes**: let in. **own**: let in for what is theirs; the query that follows asks for their id. **–**: refused. A page sends a visitor to the sign-in, the API answers 401; anybody else gets 403.',
    'On a proposal, a conflict of interest beats every *yes*, an administrator’s too: see [the life of a proposal](life-cycle.md).',
    '## Pages',
    'Documents are also served under `/zh`; `[locale]` is not part of their address.',
    ...matrix('page', PAGES),
    '## Actions',
    'What the forms of these pages send.',
    ...matrix('action', ACTIONS),
    '## API endpoints',
    'Under `/api/v1`; how to use them is in [the API, for integrators](api.md).',
    ...matrix('endpoint', ENDPOINTS),
    '## Roles',
    'The verbs of each role on each resource, as `can()` answers.',
    table(
      ['resource', ...ROLES.map((role) => ROLE_NAMES[role])],
      RESOURCES.map((resource) => [code(resource), ...ROLES.map((role) => verbsOf(role, resource))]),
    ),
  )
}

/** What everybody may as two lines, and a table of the rest. */
function matrix(what: string, rows: Record<string, Need>): string[] {
  const all = Object.entries(rows)
  const names = (need: Need) => all.filter(([, each]) => each === need).map(([name]) => code(name))
  const [open, demo] = [names('open'), names('demo')]
  const gated = all.flatMap(([name, need]) => (typeof need === 'string' ? [] : [{ name, need }]))
  return [
    ...(open.length > 0 ? [`Open to everybody: ${open.join(', ')}.`] : []),
    ...(demo.length > 0 ? [`In demo mode open to everybody, not found elsewhere: ${demo.join(', ')}.`] : []),
    table(
      [what, ...COLUMNS.map(([name]) => name)],
      gated.map(({ name, need }) => [code(name), ...COLUMNS.map(([, actor]) => answer(need, actor))]),
    ),
  ]
}

/** The best answer that any of a row's permissions gives. */
function answer(need: Exclude<Need, string>, actor: Actor): string {
  const permissions: readonly Permission[] = 'verb' in need ? [need] : need
  const granted = permissions.filter((permission) => refuse(permission, actor, EVENT, false) === null)
  if (granted.length === 0) return '–'
  return granted.every(({ resource }) => resource === 'profile' || resource.endsWith('/own')) ? 'own' : 'yes'
}

function holder(role: Role): Actor {
  const eventId = EVENT_ROLES.some((each) => each === role) ? EVENT : null
  return { kind: 'person', id: '', name: '', slug: '', email: null, bindings: [{ role, eventId }] }
}

/** What the role itself grants, without what everybody holds who is signed in. */
function verbsOf(role: Role, resource: (typeof RESOURCES)[number]): string {
  const actor: Actor = { kind: 'service', id: '', name: '', bindings: [{ role, eventId: null }] }
  const verbs = VERBS.filter((verb) => can(actor, verb, resource))
  return verbs.length === VERBS.length ? 'all' : verbs.join(', ') || '–'
}
