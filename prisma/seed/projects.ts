import { aliasesOf } from '@/features/projects/rules/alias'
import { ProjectDetails } from '@/features/projects/schema'
import type { Level } from '@/generated/prisma/enums'
import type { Context } from './context'
import { addDays, isoDay } from './days'
import type { Random } from './random'

const BEGINNINGS =
  'Amber Birch Cinder Delta Ember Fjord Grove Harrow Inlet Juniper Kestrel Lumen Moor Nettle Otter'.split(' ')
const ENDINGS = 'beam cast dock field gate loom mesh port reef span track ward watch weave wheel works yard'.split(' ')
const CATEGORIES: Record<string, string[]> = {
  Building: ['Images', 'Delivery', 'Languages'],
  Connecting: ['Meshes', 'Gateways', 'Names'],
  Keeping: ['Volumes', 'Databases', 'Streams'],
  Running: ['Runtimes', 'Scheduling', 'Edges'],
  Securing: ['Identity', 'Policy', 'Supply chain'],
  Watching: ['Metrics', 'Traces', 'Logs', 'Chaos'],
}
const VENDORS = ['Lockwood Labs', 'Third Eye', 'Whetstone Security']

/**
 * Invents projects until there are so many, as an imported landscape would have left them, the last of them young.
 * Answers the ids of all, by slug.
 */
export function addProjects(context: Context, { count, known }: { count: number; known: Map<string, string> }) {
  const all = new Map(known)
  const random = context.random.fork('projects')
  const names = random.shuffle(BEGINNINGS.flatMap((beginning) => ENDINGS.map((ending) => beginning + ending)))
  for (const name of names) {
    if (all.size >= count) break
    const slug = name.toLowerCase()
    if (!all.has(slug)) all.set(slug, addProject(context, random, { name, slug, share: all.size / count }))
  }
  return all
}

interface Invented {
  name: string
  slug: string
  /** Where between the foundation's first and last day it came. */
  share: number
}

function addProject({ rows, id, today }: Context, random: Random, { name, slug, share }: Invented): string {
  const projectId = id('project', slug)
  const category = random.pick(Object.keys(CATEGORIES))
  const subcategory = random.pick(CATEGORIES[category] ?? [])
  const moves = inventMoves(random, addDays(today, -Math.round(3_600 * (1 - share)) - random.int(10, 60)), today)
  const address = `https://${slug}.example.org`
  const facts = {
    ...{ name, tagline: `${subcategory} for those who run many machines`, category, subcategory },
    ...{ homepage: `${address}/`, repository: `${address}/code` },
    details: inventDetails(random, address, moves, today),
  }
  rows.project.push({ id: projectId, slug, ...facts })
  for (const { level, on } of moves) {
    const common = { projectId, level, effectiveOn: new Date(on), recordedAt: today }
    rows.projectMove.push({ ...common, announcement: null, origin: 'landscape' })
  }
  for (const alias of aliasesOf([name])) rows.projectAlias.push({ ...alias, projectId, origin: 'landscape' })
  const told = { ...facts, moves: moves.map((move) => ({ ...move, announcement: null })), aliases: [name] }
  rows.landscapeEntry.push({ projectId, key: slug, facts: told, importedAt: today })
  return projectId
}

function inventMoves(random: Random, entered: Date, today: Date): { level: Level; on: string }[] {
  const way: Level[] = random.chance(0.12) ? ['incubating', 'graduated'] : ['sandbox', 'incubating', 'graduated']
  const moves: { level: Level; on: string }[] = []
  let day = entered
  for (const level of way) {
    if (day >= today) break
    moves.push({ level, on: isoDay(day) })
    if (random.chance(0.55)) break
    day = addDays(day, random.int(250, 1_600))
  }
  const leaves = addDays(day, random.int(600, 2_000))
  if (random.chance(0.18) && leaves < today) moves.push({ level: 'archived', on: isoDay(leaves) })
  return moves
}

function inventDetails(random: Random, address: string, moves: { on: string }[], today: Date): ProjectDetails {
  const since = new Date(moves[0]?.on ?? today)
  const dayAfter = () => isoDay(random.date(since, today))
  const audits = Array.from(
    {
      length: random.weighted([
        [0, 6],
        [1, 3],
        [2, 1],
      ] as const),
    },
    (_, at) => ({
      ...{ date: dayAfter(), type: 'security', vendor: random.pick(VENDORS), url: `${address}/audits/${at + 1}` },
    }),
  )
  const reviews = random.chance(0.3) ? [{ date: dayAfter(), url: `${address}/reviews/1` }] : []
  return ProjectDetails.parse({ repositories: [`${address}/code`], audits, reviews })
}
