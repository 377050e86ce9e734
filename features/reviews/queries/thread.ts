import type { AuthorizedEvent } from '@/features/access/queries'
import { can } from '@/features/access/rules'
import type { Person } from '@/features/access/schema'
import { eyesOf, redactedProposal } from '@/features/proposals/queries/redacted'
import { db, type Tx } from '@/lib/db'
import { canEditComment, refuseComment, refuseReading } from '../rules/rounds'
import type { CommentRefusal } from '../schema/forms'
import { findReview } from './review'
import { getRound } from './rounds'

export interface ThreadComment {
  id: string
  /** Their name where the round shows it or the reader is a chair; else “Reviewer 2”. */
  by: string
  isOwn: boolean
  canEdit: boolean
  text: string
  createdAt: Date
  editedAt: Date | null
}

export interface Thread {
  comments: ThreadComment[]
  /** Why the reader sees none of it. */
  hidden: CommentRefusal | null
  /** Why they say nothing now. */
  refusal: CommentRefusal | null
}

/** What the committee says of a proposal, as this person may read it; null where they may not read the proposal. */
export async function getThread(
  event: AuthorizedEvent,
  reader: Person,
  code: string,
  now: Date,
): Promise<Thread | null> {
  const proposal = await redactedProposal(await eyesOf(event, reader, now), code)
  if (!proposal) return null
  const standing = await standingIn(event, reader, proposal.id, now)
  const hidden = refuseReading(standing.round, standing)
  const refusal = refuseComment(standing.round, { ...standing, now })
  if (hidden) return { comments: [], hidden, refusal }
  const [rows, aliases] = await Promise.all([
    db.reviewComment.findMany({
      where: { proposalId: proposal.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        ...{ id: true, text: true, createdAt: true, editedAt: true, authorId: true },
        author: { select: { name: true } },
        round: { select: { namesReviewers: true } },
      },
    }),
    listAliases(proposal.id),
  ])
  const comments = rows.map(({ authorId, author, round, ...comment }) => {
    const isOwn = authorId === reader.id
    const isNamed = standing.isChair || round.namesReviewers
    const by = isOwn ? 'You' : isNamed ? author.name : aliasOf(aliases, authorId)
    return { ...comment, by, isOwn, canEdit: isOwn && refusal === null && canEditComment(comment, now) }
  })
  return { comments, hidden: null, refusal }
}

/** What somebody is to the talk about a proposal: in which round, whether their review is in, whether they chair. */
export async function standingIn(event: AuthorizedEvent, person: Person, proposalId: string, now: Date, tx: Tx = db) {
  const round = await getRound(event.id, now, tx)
  const own = await findReview(proposalId, person.id, round.id, tx)
  return {
    round,
    hasOwn: Boolean(own?.submittedAt),
    isChair: can(person, 'list', 'reviews', { eventId: event.id }),
  }
}

/** A number for each who has said something of a proposal, in the order in which they first did: it never changes. */
export async function listAliases(proposalId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from (
      select reviewer_id as id, submitted_at as at from review where proposal_id = ${proposalId}::uuid and submitted_at is not null
      union all
      select author_id, created_at from review_comment where proposal_id = ${proposalId}::uuid
    ) said group by id order by min(at), id`
  return new Map(rows.map(({ id }, index) => [id, index + 1]))
}

export const aliasOf = (aliases: Map<string, number>, id: string) => `Reviewer ${aliases.get(id) ?? '?'}`
