import type { Role } from '@/features/access/schema'
import type { Context } from './context'
import { AWKWARD_NAMES, nameOf } from './names'
import { addPerson, DEMO_NAMES, inventPeople, type Person } from './people'
import { asReviewer, type Reviewer } from './reviews'

/** Everybody who acts in the demo. */
export interface Cast {
  demo: Record<Role, Person>
  reviewers: Reviewer[]
  /** Whoever may speak; the demo’s speaker is not among them. */
  speakers: Person[]
}

export function gatherCast(context: Context): Cast {
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
