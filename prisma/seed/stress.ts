import { addAmbassadors } from './ambassadors'
import { addArticles } from './articles'
import { addConference, type Plan } from './conferences'
import type { Context } from './context'
import { addDays, weekdayFrom } from './days'
import { appoint, type DemoPeople, pastCall, sketchProposals, write } from './large'
import type { Stages } from './lives'
import { addNeeds } from './needs'
import { addProjects } from './projects'
import type { Fate } from './proposal'
import { addReviews, assignReviewers } from './reviews'

const FORMATS = [
  { slug: 'talk', name: 'Talk', minutes: 30 },
  { slug: 'lightning', name: 'Lightning talk', minutes: 10 },
  { slug: 'workshop', name: 'Workshop', minutes: 90 },
]

/**
 * More than anybody has: 20,000 proposals, 1,000 reviewers, 100,000 reviews, nothing decided, 255 projects and 5,000
 * articles.
 * `projects` are those that this installation knows, by slug.
 */
export async function addStress(context: Context, demo: DemoPeople, projects: Map<string, string>): Promise<void> {
  const { today } = context
  const conference = addConference(context, planOf(context))
  const reviewers = appoint(context, conference, demo, 1_000)
  const formats = FORMATS.map(({ slug }, index) => [slug, [80, 14, 6][index] ?? 1] as const)
  const sketches = sketchProposals(context, { proposals: 20_000, speakers: 13_000, formats })
  const stages: Stages = {
    submit: [conference.call.opensAt, conference.call.closesAt],
    decideAt: today,
    announceAt: today,
    answer: [today, today],
    cancelAt: today,
    chairId: demo.chair.id,
  }
  const random = context.random.fork('fates')
  const proposals = sketches.map((sketch) => {
    const fate = random.weighted<Fate>([
      ['submitted', 93],
      ['recommended', 5],
      ['withdrawn', 2],
    ])
    return write(context, conference, sketch, fate, stages)
  })
  const speakers = proposals.flatMap((proposal) => proposal.speakers)
  addNeeds(context, conference, speakers, { unavailable: 0.04, needy: 0.02 })
  const written: [Date, Date] = [addDays(today, -37), addDays(today, -1)]
  const assigned = assignReviewers(context, proposals, reviewers, 5)
  addReviews(context, conference, assigned, { assignedAt: addDays(today, -38), written })
  const authors = reviewers.slice(0, 200)
  await addAmbassadors(context, 500)
  addArticles(context, { count: 5_000, authors, projects: addProjects(context, { count: 255, known: projects }) })
}

function planOf({ today }: Context): Plan {
  const startsOn = weekdayFrom(addDays(today, 150), 3)
  const year = startsOn.getUTCFullYear()
  const timeZone = 'America/Sao_Paulo'
  return {
    slug: `thousand-voices-${year}`,
    acronym: `voices${year}`,
    name: `Thousand Voices ${year}`,
    summary: 'A call to which everybody has answered.',
    place: 'Parque das Vozes, São Paulo',
    timeZone,
    startsOn,
    days: 5,
    languages: ['en'],
    call: pastCall(today, timeZone, 40, 'Send everything. We will read it all, and that was a mistake.'),
    formats: FORMATS,
    rooms: Array.from({ length: 20 }, (_, index) => {
      return { slug: `sala-${index + 1}`, name: `Sala ${index + 1}`, capacity: 900 - 40 * index }
    }),
  }
}
