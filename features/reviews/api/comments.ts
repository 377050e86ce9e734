import { z } from 'zod'
import type { Person } from '@/features/access/schema'
import { nothingHere, pageInOrder, problem, refuseOvertaken, versionOfContent } from '@/features/api/rules'
import { eventOf, idOf, listOf, Moment, named, Page, personEndpoint, type Reply } from '@/features/api/schema'
import { oneAtATime } from '@/lib/one-at-a-time'
import { addComment, commentWord, editComment } from '../commands/comments'
import { getThread, type ThreadComment } from '../queries/thread'
import { COMMENT_REFUSALS, CommentText } from '../schema/forms'

const CommentAnswer = named(
  'Comment',
  z.object({
    id: z.string(),
    by: z.string().describe('A name where the round shows it, else “Reviewer 2”'),
    isOwn: z.boolean(),
    canEdit: z.boolean().describe('One’s own, for fifteen minutes'),
    text: z.string(),
    createdAt: Moment,
    editedAt: Moment.nullable(),
    version: z.int().describe('What If-Match wants'),
  }),
)

type Asked = Parameters<typeof eventOf>[0] & { params: Record<string, string>; now: Date }
const codeOf = ({ params }: Asked) => params.code ?? ''
const threadOf = (call: Asked, reader: Person) => getThread(eventOf(call), reader, codeOf(call), call.now)

/** What makes a comment another one; whether it may still be changed does not. */
const versionedOf = ({ id, text }: ThreadComment) => ({ id, text })

const toAnswer = (comment: ThreadComment) => ({ ...comment, version: versionOfContent(versionedOf(comment)) })

async function read(call: Asked, reader: Person, id: string): Promise<Reply> {
  const comment = (await threadOf(call, reader))?.comments.find((each) => each.id === id)
  if (!comment) return nothingHere()
  const body = toAnswer(comment)
  return { ok: true, body, version: body.version }
}

const list = personEndpoint('GET /events/{event}/proposals/{code}/comments', {
  summary: 'What the committee says of a proposal among itself, the first comment first',
  query: Page,
  answer: listOf(CommentAnswer),
  handle: async (call, reader) => {
    const thread = await threadOf(call, reader)
    if (!thread) return nothingHere()
    if (thread.hidden) return problem(thread.hidden, COMMENT_REFUSALS[thread.hidden])
    return { ok: true, body: pageInOrder(thread.comments.map(toAnswer), call.query, ({ id }) => id) }
  },
})

const add = personEndpoint('POST /events/{event}/proposals/{code}/comments', {
  summary: 'Says something of a proposal to its committee; nobody is mailed',
  body: z.object({ text: CommentText }),
  answer: CommentAnswer,
  handle: async (call, author) => {
    const said = { text: call.body.text, key: null }
    const outcome = await addComment(author, eventOf(call), codeOf(call), said, call.now)
    if (!outcome.ok) return problem(outcome.reason, COMMENT_REFUSALS[outcome.reason])
    const reply = await read(call, author, outcome.id)
    return reply.ok ? { ...reply, status: 201 } : reply
  },
})

const edit = personEndpoint('PATCH /events/{event}/proposals/{code}/comments/{id}', {
  summary: 'Changes one’s own comment, for fifteen minutes after it was said',
  body: z.object({ text: CommentText }),
  answer: CommentAnswer,
  handle: (call, author) => {
    const id = idOf(call)
    return oneAtATime(commentWord(id), async () => {
      const current = (await threadOf(call, author))?.comments.find((each) => each.id === id)
      if (!current) return nothingHere()
      const overtaken = refuseOvertaken(call.version, versionedOf(current))
      if (overtaken) return overtaken
      const outcome = await editComment(author, eventOf(call), codeOf(call), { id, text: call.body.text }, call.now)
      return outcome.ok ? read(call, author, id) : problem(outcome.reason, COMMENT_REFUSALS[outcome.reason])
    })
  },
})

export const commentEndpoints = [list, add, edit]
