import { z } from 'zod'
import { listQuestionRows, listQuestions } from '@/features/calls/queries/questions'
import { type AnswerLine, answersFor, mayRead } from '@/features/calls/rules/visible'
import { answersIn } from '@/features/calls/schema/typed'
import { PROFILE, shownOf } from '@/features/people/queries/profile'
import { LINKS } from '@/features/people/schema/handles'
import { photoSrc } from '@/features/people/schema/photo'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { foreignIds, type Ids } from '../rules/foreign-ids'
import { standingFor } from '../rules/foreign-moves'
import type { ForeignAnswers, PortableEvent, PortableQuestion, PortableSpeaker, Source } from '../schema/portable'
import { ANSWERED, factsOf } from './answers'
import { withoutConflict } from './conflicts'
import { FACTS } from './facts'
import { readSlots } from './portable-slots'
import type { Eyes } from './redacted'

const NAME = { select: { slug: true, name: true } } as const

const SPEAKERS = {
  orderBy: { position: 'asc' },
  select: {
    proposalId: true,
    answers: true,
    person: {
      select: {
        ...{ id: true, slug: true, name: true, email: true, ...PROFILE },
        foreignRecords: { select: { eventId: true, source: true, kind: true, foreignId: true, picture: true } },
        speakerSnapshots: { select: { eventId: true, profile: true } },
      },
    },
  },
} as const

/**
 * The submitted proposals of an event as other systems are told of them, with the eyes of whoever asks: without what
 * they have a conflict with, without names for who reads blind, without what is decided and not announced for who may
 * not know. What was imported from that system keeps the ids that it has there. Null as the source: our own ids.
 */
export async function exportEvent(eyes: Eyes, source: Source | null): Promise<PortableEvent> {
  const { event, seesNames } = eyes
  const ids = foreignIds(source)
  const hidden = await db.$queryRaw<{ id: string }[]>`
    select p.id from proposal p where p.event_id = ${event.id}::uuid and not (${withoutConflict(eyes.actor, event)})`
  const rows = await db.proposal.findMany({
    where: { eventId: event.id, submittedAt: { not: null }, id: { notIn: hidden.map(({ id }) => id) } },
    orderBy: { code: 'asc' },
    select: {
      ...{ ...FACTS, ...ANSWERED, id: true, code: true, title: true, abstract: true },
      format: { select: { ...NAME.select, minutes: true } },
      track: { select: { ...NAME.select, color: true } },
      level: NAME,
      tags: { select: { tag: { select: { name: true } } } },
      foreignRecords: { where: { source: source ?? '' }, select: { foreignId: true } },
    },
  })
  const casts = await readCasts(eyes)
  const { questions, idOf } = await readQuestions(eyes, ids, source)
  const all = await listQuestions(event.id)
  const speakers = new Map<string, PortableSpeaker>()
  const proposals = rows.map((row) => {
    const cast = casts.get(row.id) ?? []
    for (const each of cast) addSpeaker(speakers, each, { eyes, ids, source })
    for (const { person, answers } of cast) {
      const lines = answersFor(all, 'speaker', answersIn(answers), factsOf(row), eyes.reads)
      const speaker = speakers.get(person.id)
      if (speaker) speaker.answers = { ...toForeign(lines, idOf), ...speaker.answers }
    }
    return {
      id: ids.proposal(row.code, row.foreignRecords[0]?.foreignId),
      title: row.title,
      abstract: row.abstract,
      format: row.format?.name ?? null,
      track: row.track?.name ?? null,
      level: row.level?.name ?? null,
      tags: row.tags.map(({ tag }) => tag.name).sort(),
      language: row.language,
      submittedAt: row.submittedAt,
      standing: standingFor(row, eyes.seesDecisions),
      speakers: seesNames ? cast.flatMap(({ person }) => speakers.get(person.id)?.id ?? []) : null,
      answers: toForeign(answersFor(all, 'proposal', answersIn(row.answers), factsOf(row), eyes.reads), idOf),
    }
  })
  const shown = new Map(rows.map((row) => [row.id, ids.proposal(row.code, row.foreignRecords[0]?.foreignId)]))
  const times = await readSlots(eyes, { ids, source, shown })
  const byId = <Thing extends { id: string }>(a: Thing, b: Thing) => a.id.localeCompare(b.id, 'en', { numeric: true })
  const unique = <Thing extends { name: string }>(things: (Thing | null)[]) =>
    [...new Map(things.flatMap((each) => (each ? [[each.name, each]] : []))).values()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )
  return {
    formats: unique(rows.map(({ format }) => format)).map(({ name, minutes }) => ({ name, minutes })),
    tracks: unique(rows.map(({ track }) => track)).map(({ name, color }) => ({ name, color })),
    levels: unique(rows.map(({ level }) => level)).map(({ name }) => name),
    tags: [...new Set(proposals.flatMap(({ tags }) => tags))].sort(),
    questions,
    speakers: [...speakers.values()].sort(byId),
    proposals: proposals.sort(byId),
    ...times,
  }
}

async function readQuestions({ event, reads, seesNames }: Eyes, ids: Ids, source: Source | null) {
  const records = await db.foreignRecord.findMany({
    where: { eventId: event.id, source: source ?? '', kind: 'question' },
    select: { questionId: true, foreignId: true },
  })
  const foreign = new Map(records.map(({ questionId, foreignId }) => [questionId, foreignId]))
  const idOf = new Map<string, string>()
  const questions = (await listQuestionRows(event.id)).flatMap((row): PortableQuestion[] => {
    const { about, kind, label, help, audience, isRequired, options } = row
    if (about === 'reviewer' || !mayRead(row, reads) || (about === 'speaker' && !seesNames)) return []
    const id = ids.question(row, foreign.get(row.id))
    idOf.set(row.key, id)
    return [{ id, about, kind, label, help, audience, isRequired, options: options.map((option) => option.label) }]
  })
  return { questions, idOf }
}

/** What is chosen by its words; a file by its address, which only those can open who may. */
function toForeign(lines: AnswerLine[], idOf: Map<string, string>): ForeignAnswers {
  return Object.fromEntries(
    lines.flatMap(({ key, kind, values, given }) => {
      const id = idOf.get(key)
      if (!id) return []
      if (kind === 'file') return [[id, values.map((file) => `${env().appUrl}/files/answers/${file}`)]]
      return [[id, kind === 'consent' ? [given].flat() : values]]
    }),
  )
}

const Kept = z.object({
  name: z.string(),
  bio: z.string().catch(''),
  affiliation: z.string().catch(''),
  ...Object.fromEntries(LINKS.map((kind) => [kind, z.string().catch('')])),
})

/** Who speaks in each proposal; eyes that see no names do not look. */
async function readCasts({ event, seesNames }: Eyes) {
  const where = { proposal: { eventId: event.id, submittedAt: { not: null } } }
  const rows = seesNames ? await db.proposalSpeaker.findMany({ where, ...SPEAKERS }) : []
  const casts = new Map<string, typeof rows>()
  for (const row of rows) casts.set(row.proposalId, [...(casts.get(row.proposalId) ?? []), row])
  return casts
}
type Cast = (Awaited<ReturnType<typeof readCasts>> extends Map<string, infer Rows> ? Rows : never)[number]

function addSpeaker(
  speakers: Map<string, PortableSpeaker>,
  { person }: Cast,
  { eyes, ids, source }: { eyes: Eyes; ids: Ids; source: Source | null },
): void {
  if (speakers.has(person.id)) return
  const snapshot = person.speakerSnapshots.find(({ eventId }) => eventId === eyes.event.id)
  const shown = shownOf(person)
  const said = Kept.safeParse(snapshot?.profile).data ?? { ...shown, name: person.name }
  const links = LINKS.flatMap((kind) => {
    const link: unknown = Reflect.get(said, kind)
    return typeof link === 'string' && link ? [[kind, link]] : []
  })
  const records = person.foreignRecords.filter(({ eventId, kind }) => eventId === eyes.event.id && kind === 'speaker')
  const photo = photoSrc(person.photo, 240)
  speakers.set(person.id, {
    id: ids.speaker(person, records.find((record) => record.source === source)?.foreignId),
    name: said.name,
    email: eyes.seesAddresses ? person.email : null,
    bio: said.bio,
    affiliation: said.affiliation,
    links: Object.fromEntries(links),
    picture: records.find(({ picture }) => picture)?.picture ?? (photo ? `${env().appUrl}${photo}` : null),
    answers: {},
  })
}
