import { ROLES } from '@/features/access/schema'
import { addAmbassadors, addApplications } from './ambassadors'
import { addBeside, addQuestions } from './calls'
import { type Cast, gatherCast } from './cast'
import { addComing } from './coming'
import { bind, type Conference } from './conferences'
import type { Context } from './context'
import { addFoundationEvents } from './events'
import { addGuestPosts } from './guest-posts'
import { addPast } from './past'

/** What `npm start` loads. Answers with what the installation remembers of it. */
export async function addSmall(context: Context) {
  const cast = gatherCast(context)
  addFoundationEvents(context)
  const [past, coming] = [addPast(context, cast), addComing(context, cast)]
  addQuestions(context, coming)
  addBeside(context, coming)
  bindDemo(context, cast, [past, coming])
  await addAmbassadors(context, 24)
  addApplications(context, cast.speakers.slice(0, 2))
  await addGuestPosts(context, { guest: cast.demo.speaker, editor: cast.demo.editor })
  return {
    'demo-people': Object.fromEntries(ROLES.map((role) => [role, cast.demo[role].id])),
    'demo-events': { past: past.slug, coming: coming.slug },
  }
}

function bindDemo(context: Context, { demo, reviewers }: Cast, events: Conference[]): void {
  for (const event of events) {
    for (const reviewer of reviewers) bind(context, 'reviewer', reviewer.id, event.id)
    bind(context, 'chair', demo.chair.id, event.id)
    bind(context, 'scheduler', demo.scheduler.id, event.id)
  }
  for (const role of ['editor', 'ambassador-manager', 'admin'] as const) bind(context, role, demo[role].id, null)
}
