import type { AuthorizedEvent } from '@/features/access/queries'
import type { Answers } from '@/features/calls/schema/question'
import { chunks } from '@/lib/chunks'
import type { Tx } from '@/lib/db'
import { newCode } from '@/lib/tokens'
import { textOf } from '../queries/facts'
import type { ImportedBefore } from '../queries/foreign'
import { isSameText } from '../rules'
import type { ProposalDraft } from '../schema'
import type { PortableProposal, Read, Source } from '../schema/portable'
import type { Choices } from './import-choices'
import { hashOf, type ImportedSpeaker } from './import-people'
import type { Answered } from './import-questions'
import { replaceText } from './text'

type Foreign = Read<PortableProposal & { speakers: string[] }>

/** A proposal of a file with the one that it is here. */
export interface Written {
  read: Foreign
  id: string
  code: string
  isNew: boolean
  /** The text of one that was here before has changed. */
  isEdited: boolean
  /** What the file says is what it said the last time. */
  isUnchanged: boolean
}

interface Context {
  tx: Tx
  event: AuthorizedEvent
  source: Source
  callId: string
  /** Of what does not say its own. */
  language: string
  choices: Choices
  answered: Answered
  people: Map<string, ImportedSpeaker>
  before: ImportedBefore
  now: Date
  say: (line: string) => void
  note: (place: string, text: string) => void
}

interface Prepared {
  read: Foreign
  hash: string
  draft: ProposalDraft
  ids: {
    formatId: string | null
    trackId: string | null
    levelId: string | null
    tagIds: string[]
    projectIds: string[]
  }
  speakers: ImportedSpeaker[]
}

/** The texts and speakers of a file: each proposal once, the texts of those that nobody has edited here brought up to it. */
export async function writeProposals(proposals: Foreign[], context: Context) {
  const prepared = proposals.map((read) => prepare(read, context))
  const fresh = prepared.filter(({ read }) => !context.before.proposals.has(read.thing.id))
  const written = await insertAll(fresh, context)
  const counts = { created: fresh.length, changed: 0, unchanged: 0 }
  for (const each of prepared) {
    const known = context.before.proposals.get(each.read.thing.id)
    if (!known) continue
    const isUnchanged = known.hash === each.hash
    const isEdited = !isUnchanged && (await bringUp(each, known, context))
    counts[isUnchanged ? 'unchanged' : 'changed']++
    written.push({
      read: each.read,
      id: known.proposal.id,
      code: known.proposal.code,
      isNew: false,
      isEdited,
      isUnchanged,
    })
  }
  return { written, counts }
}

function prepare(read: Foreign, { choices, answered, people, language }: Context): Prepared {
  const { thing } = read
  const [format, track, level] = [choices.format(thing.format), choices.track(thing.track), choices.level(thing.level)]
  const tags = thing.tags.flatMap((tag) => choices.tag(tag) ?? [])
  const speakers = [
    ...new Map(thing.speakers.flatMap((id) => people.get(id) ?? []).map((each) => [each.id, each])).values(),
  ]
  const draft: ProposalDraft = {
    title: thing.title,
    abstract: thing.abstract,
    format: format?.slug ?? null,
    track: track?.slug ?? null,
    level: level?.slug ?? null,
    language: thing.language ?? language,
    speakers: speakers.slice(1).map(({ email, name }) => ({ email: email ?? '', name })),
    tags: [...new Set(tags.map(({ slug }) => slug))],
    projects: [],
    answers: answered(thing.answers),
  }
  const tagIds = [...new Set(tags.map(({ id }) => id))]
  const ids = {
    formatId: format?.id ?? null,
    trackId: track?.id ?? null,
    levelId: level?.id ?? null,
    tagIds,
    projectIds: [],
  }
  return { read, hash: hashOf(thing), draft, ids, speakers }
}

const AT_ONCE = 500

async function insertAll(fresh: Prepared[], { tx, event, source, callId, now, say }: Context): Promise<Written[]> {
  const codes = await freeCodes(tx, fresh.length)
  const written: Written[] = []
  for (const [part, some] of chunks(fresh, AT_ONCE).entries()) {
    const coded = some.map((each, index) => ({ ...each, code: codes[part * AT_ONCE + index] ?? '' }))
    const rows = await tx.proposal.createManyAndReturn({
      data: coded.map(({ code, draft, ids: { formatId, trackId, levelId }, read }) => ({
        ...{ code, eventId: event.id, callId, formatId, trackId, levelId, updatedAt: now },
        ...{ title: draft.title, abstract: draft.abstract, language: draft.language, answers: draft.answers },
        createdAt: read.thing.submittedAt ?? now,
      })),
      select: { id: true, code: true },
    })
    const idOf = new Map(rows.map(({ id, code }) => [code, id]))
    const all = coded.map((each) => ({ ...each, id: idOf.get(each.code) ?? '' }))
    await tx.proposalSpeaker.createMany({ data: all.flatMap(({ id, speakers }) => speakerRows(id, speakers)) })
    await tx.proposalTag.createMany({
      data: all.flatMap(({ id, ids }) => ids.tagIds.map((tagId) => ({ proposalId: id, tagId }))),
    })
    await tx.proposalVersion.createMany({
      data: all.map(({ id, draft }) => ({ proposalId: id, version: 1, content: draft, savedAt: now })),
    })
    await tx.foreignRecord.createMany({
      data: all.map(({ id, hash, read }) => ({
        ...{ eventId: event.id, source, kind: 'proposal', foreignId: read.thing.id },
        ...{ proposalId: id, hash, version: 1 },
      })),
    })
    for (const { id, code, read, speakers } of all) {
      const by = speakers.map(({ name }) => name).join(', ') || 'nobody'
      say(`+ proposal ${read.thing.id} “${read.thing.title}” by ${by}`)
      written.push({ read, id, code, isNew: true, isEdited: false, isUnchanged: false })
    }
  }
  return written
}

const speakerRows = (proposalId: string, speakers: { id: string; answers: Answers }[]) =>
  speakers.map(({ id, answers }, position) => ({ proposalId, personId: id, position, answers }))

async function freeCodes(tx: Tx, count: number): Promise<string[]> {
  const codes = new Set<string>()
  while (codes.size < count) {
    while (codes.size < count) codes.add(newCode())
    const taken = await tx.proposal.findMany({ where: { code: { in: [...codes] } }, select: { code: true } })
    for (const { code } of taken) codes.delete(code)
  }
  return [...codes]
}

type Known = ImportedBefore['proposals'] extends Map<string, infer Row> ? Row : never

/** Whether the text was written anew. What somebody has edited here since stays, and so do its speakers. */
async function bringUp(each: Prepared, known: Known, { tx, event, source, now, say, note }: Context): Promise<boolean> {
  const { read, hash, speakers } = each
  const { proposal } = known
  const current = textOf(proposal)
  const draft = { ...each.draft, projects: current.projects }
  const id = { eventId: event.id, source, kind: 'proposal', foreignId: read.thing.id }
  const isSame = isSameText(current, draft) && isSameCast(proposal.speakers, speakers)
  const isTheirs = proposal.version !== known.version
  if (isSame || isTheirs) {
    if (!isSame) note(read.place, `${proposal.code} was edited here since; its text stays`)
    await tx.foreignRecord.update({ where: { eventId_source_kind_foreignId: id }, data: { hash } })
    return false
  }
  const projects = await tx.proposalProject.findMany({
    where: { proposalId: proposal.id },
    select: { projectId: true },
  })
  const ids = { ...each.ids, projectIds: projects.map(({ projectId }) => projectId) }
  const version = await replaceText(tx, proposal, { savedById: null, draft, ids }, now)
  await tx.proposalSpeaker.deleteMany({ where: { proposalId: proposal.id } })
  await tx.proposalSpeaker.createMany({ data: speakerRows(proposal.id, speakers) })
  await tx.foreignRecord.update({ where: { eventId_source_kind_foreignId: id }, data: { hash, version } })
  say(`~ proposal ${read.thing.id} “${read.thing.title}”: its text`)
  return true
}

const isSameCast = (one: { person: { id: string } }[], other: { id: string }[]) =>
  one.map(({ person }) => person.id).join() === other.map(({ id }) => id).join()
