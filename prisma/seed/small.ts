import { ROLES, type Role } from '@/features/access/schema'
import { addComing } from './coming'
import { bind, type Conference } from './conferences'
import type { Context } from './context'
import { addFoundationEvents } from './events'
import { AWKWARD_NAMES, nameOf } from './names'
import { addPast } from './past'
import { addPerson, DEMO_NAMES, inventPeople, type Person } from './people'
import { asReviewer, type Reviewer } from './reviews'

/** Everybody who acts in the demo. */
export interface Cast {
  demo: Record<Role, Person>
  reviewers: Reviewer[]
  /** Whoever may speak; the demo’s speaker is not among them. */
  speakers: Person[]
}

/** What `npm start` loads. Answers with what the installation remembers of it. */
export function addSmall(context: Context) {
  const cast = gather(context)
  addFoundationEvents(context)
  const [past, coming] = [addPast(context, cast), addComing(context, cast)]
  bindDemo(context, cast, [past, coming])
  return {
    'demo-people': Object.fromEntries(ROLES.map((role) => [role, cast.demo[role].id])),
    'demo-events': { past: past.slug, coming: coming.slug },
  }
}

function gather(context: Context): Cast {
  const demo = (role: Role) => addPerson(context, nameOf(DEMO_NAMES[role]), `demo/${role}`)
  const people: Record<Role, Person> = {
    reader: demo('reader'),
    speaker: demo('speaker'),
    reviewer: demo('reviewer'),
    chair: demo('chair'),
    scheduler: demo('scheduler'),
    editor: demo('editor'),
    'ambassador-manager': demo('ambassador-manager'),
    admin: demo('admin'),
  }
  const random = context.random.fork('cast')
  const others = inventPeople(context, 'reviewer', 11).map((person) => {
    return asReviewer(person, random, 0.25 + random.next() * 0.7)
  })
  const awkward = AWKWARD_NAMES.map((name, index) => addPerson(context, name, `awkward/${index}`))
  const speakers = random.shuffle([...awkward, ...inventPeople(context, 'speaker', 70)])
  return { demo: people, reviewers: [asReviewer(people.reviewer, random, 0.6), ...others], speakers }
}

function bindDemo(context: Context, { demo, reviewers }: Cast, events: Conference[]): void {
  for (const event of events) {
    for (const reviewer of reviewers) bind(context, 'reviewer', reviewer.id, event.id)
    bind(context, 'chair', demo.chair.id, event.id)
    bind(context, 'scheduler', demo.scheduler.id, event.id)
  }
  for (const role of ['editor', 'ambassador-manager', 'admin'] as const) bind(context, role, demo[role].id, null)
}
