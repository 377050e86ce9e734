import type { AuthorizedEvent } from '@/features/access/queries'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import { newCode } from '@/lib/tokens'
import type { FieldError, ProposalDraft } from '../schema'
import { writeSignature } from './signature'

/** The ids behind the slugs of a draft, or which of them this event (or the foundation) does not have. */
export async function resolveChoices(tx: Tx, event: AuthorizedEvent, draft: ProposalDraft) {
  const { format, track, level, tags, projects } = draft
  const of = (slug: string | null) => ({ where: { eventId_slug: { eventId: event.id, slug: slug ?? '' } } })
  const select = { id: true } as const
  const found = {
    format: await tx.format.findUnique({ ...of(format), select }),
    track: await tx.track.findUnique({ ...of(track), select }),
    level: await tx.audienceLevel.findUnique({ ...of(level), select }),
    tags: tags.length > 0 ? await tx.tag.findMany({ where: { eventId: event.id, slug: { in: tags } }, select }) : [],
    projects: projects.length > 0 ? await tx.project.findMany({ where: { slug: { in: projects } }, select }) : [],
  }
  const errors: FieldError[] = []
  if (format && !found.format) errors.push({ path: 'format', message: 'This event has no such format' })
  if (track && !found.track) errors.push({ path: 'track', message: 'This event has no such track' })
  if (level && !found.level) errors.push({ path: 'level', message: 'This event has no such level' })
  if (found.tags.length < tags.length) errors.push({ path: 'tags', message: 'This event has no such tag' })
  if (found.projects.length < projects.length)
    errors.push({ path: 'projects', message: 'The foundation has no such project' })
  const ids = {
    formatId: found.format?.id ?? null,
    trackId: found.track?.id ?? null,
    levelId: found.level?.id ?? null,
    tagIds: found.tags.map(({ id }) => id),
    projectIds: found.projects.map(({ id }) => id),
  }
  return { ids, errors }
}

/** Makes a proposal's tags and projects these. */
async function writeSubjects(tx: Tx, proposalId: string, { tagIds, projectIds }: ChoiceIds): Promise<void> {
  await tx.proposalTag.deleteMany({ where: { proposalId, tagId: { notIn: tagIds } } })
  await tx.proposalTag.createMany({ data: tagIds.map((tagId) => ({ proposalId, tagId })), skipDuplicates: true })
  await tx.proposalProject.deleteMany({ where: { proposalId, projectId: { notIn: projectIds } } })
  const projects = projectIds.map((projectId) => ({ proposalId, projectId }))
  await tx.proposalProject.createMany({ data: projects, skipDuplicates: true })
}

const choiceColumns = ({ formatId, trackId, levelId }: ChoiceIds) => ({ formatId, trackId, levelId })
export type ChoiceIds = Awaited<ReturnType<typeof resolveChoices>>['ids']

const columns = ({ title, abstract, language, answers }: ProposalDraft) => ({ title, abstract, language, answers })

/** A new draft of this person's, with its first version; null where its key is somebody else's. */
export async function createDraft(
  tx: Tx,
  facts: {
    event: AuthorizedEvent
    callId: string
    speakerId: string
    createdById: string | null
    key: string | null
    form?: string | undefined
    draft: ProposalDraft
    ids: ChoiceIds
  },
  now: Date,
) {
  const { event, callId, speakerId, createdById, key, draft, ids, form = null } = facts
  const row = await insertWithCode(tx, {
    eventId: event.id,
    callId,
    createdById,
    submissionKey: key,
    createdAt: now,
    updatedAt: now,
    ...columns(draft),
    ...choiceColumns(ids),
  })
  if (!row) return null
  if (ids.tagIds.length + ids.projectIds.length > 0) await writeSubjects(tx, row.id, ids)
  await tx.proposalSpeaker.create({ data: { proposalId: row.id, personId: speakerId } })
  await tx.proposalVersion.create({
    data: { proposalId: row.id, version: 1, content: draft, savedAt: now, savedById: createdById, form },
  })
  await writeSignature(tx, { id: row.id, version: 1, title: draft.title, abstract: draft.abstract })
  return { ...row, version: 1 }
}

/** Replaces the text of a locked proposal; the one before stays among its versions. */
export async function replaceText(
  tx: Tx,
  proposal: { id: string; version: number },
  facts: { savedById: string | null; draft: ProposalDraft; ids: ChoiceIds; form?: string | undefined },
  now: Date,
): Promise<number> {
  const version = proposal.version + 1
  const data = { ...columns(facts.draft), ...choiceColumns(facts.ids), version, updatedAt: now }
  await tx.proposal.update({ where: { id: proposal.id }, data })
  await writeSubjects(tx, proposal.id, facts.ids)
  const { draft, savedById, form = null } = facts
  await tx.proposalVersion.create({
    data: { proposalId: proposal.id, version, content: draft, savedAt: now, savedById, form },
  })
  await writeSignature(tx, { id: proposal.id, version, title: draft.title, abstract: draft.abstract })
  return version
}

/** A taken code is tried again with another (a billion of them make that rare); a taken key is not ours: null. */
export async function insertWithCode(
  tx: Tx,
  data: Omit<Prisma.ProposalCreateManyInput, 'code'>,
  nextCode: () => string = newCode,
) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const [row] = await tx.proposal.createManyAndReturn({
      data: { ...data, code: nextCode() },
      skipDuplicates: true,
      select: { id: true, code: true },
    })
    if (row) return row
    const key = data.submissionKey ?? null
    if (key && (await tx.proposal.findUnique({ where: { submissionKey: key }, select: { id: true } }))) return null
  }
  throw new Error('No free code was found in twenty attempts')
}
