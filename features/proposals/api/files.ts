import { z } from 'zod'
import { nothingHere, pageInOrder, problem, refuseOvertaken, versionOfContent } from '@/features/api/rules'
import { endpoint, eventOf, idOf, listOf, named, Page, personEndpoint, type Reply } from '@/features/api/schema'
import { listQuestions } from '@/features/calls/queries/questions'
import { oneAtATime } from '@/lib/one-at-a-time'
import { saveAnswerFile } from '../commands/files'
import * as commands from '../commands/session-files'
import { getAnswerFile } from '../queries/files'
import { getSessionFile, listFilesFor, type SessionFileLine } from '../queries/session-files'
import { ANSWER_FILE_PROBLEMS, FileAddress, FileTitle, SESSION_FILE_PROBLEMS } from '../schema/files'
import { type Asked, codeOf } from './resource'

const FILES = ['application/octet-stream'] as const

const FileAnswer = named(
  'SessionFile',
  z.object({
    id: z.string(),
    title: z.string(),
    href: z.string().describe('The address that was given, or where the file is fetched with a token'),
    bytes: z.int().nullable(),
    isPublic: z.boolean().describe('Shown on the page of the session, once that stands in the programme'),
    version: z.int().describe('What If-Match wants'),
  }),
)

function toAnswer(call: Asked, line: SessionFileLine) {
  const { href, ...file } = line
  const here = `/api/v1/events/${eventOf(call).slug}/proposals/${codeOf(call).toUpperCase()}/files/${file.id}`
  return { ...file, href: file.bytes === null ? href : here, version: versionOfContent(line) }
}

const filesOf = (call: Asked) => listFilesFor(eventOf(call), call.actor, codeOf(call))

async function read(call: Asked, id: string): Promise<Reply> {
  const file = (await filesOf(call))?.find((each) => each.id === id)
  return file ? { ok: true, body: toAnswer(call, file), version: versionOfContent(file) } : nothingHere()
}

const list = endpoint('GET /events/{event}/proposals/{code}/files', {
  summary: 'Slides and anything else beside a proposal: for its speakers, and for whom of the committee who knows them',
  query: Page,
  answer: listOf(FileAnswer),
  handle: async (call) => {
    const files = await filesOf(call)
    if (!files) return nothingHere()
    const rows = files.map((file) => toAnswer(call, file))
    return { ok: true, body: pageInOrder(rows, call.query, ({ id }) => id) }
  },
})

const add = personEndpoint('POST /events/{event}/proposals/{code}/files', {
  summary: 'Puts a file beside a proposal of one’s own, checked by its bytes, or an address',
  takesFile: true,
  body: z
    .object({
      title: FileTitle,
      isPublic: z.union([z.boolean(), z.stringbool()]).default(false),
      url: FileAddress.optional(),
      file: z.file().optional().describe('PDF, PPTX, ODP, JPEG, PNG, WebP or AVIF, at most 5 MB'),
    })
    .refine(({ url, file }) => (url === undefined) !== (file === undefined), {
      path: ['file'],
      message: 'Send a file or give an address, one of the two',
    }),
  answer: FileAnswer,
  handle: async (call, person) => {
    const { title, isPublic, url, file } = call.body
    const upload = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    const what = upload ? { title, isPublic, upload } : { title, isPublic, url: url ?? '' }
    const outcome = await commands.addSessionFile(person, eventOf(call), codeOf(call), what, call.now)
    if (!outcome.ok) return refusedFile(outcome.reason, SESSION_FILE_PROBLEMS[outcome.reason])
    const reply = await read(call, outcome.id)
    return reply.ok ? { ...reply, status: 201 } : reply
  },
})

/** What the file itself is to blame for is a fault of the body. */
function refusedFile(reason: string, message: string): Reply {
  const isRule = ['not-found', 'too-often', 'too-many', 'no-such-question'].includes(reason)
  return isRule
    ? problem(reason, message)
    : { ...problem(reason, message, { errors: [{ path: '/file', message }] }), status: 422 }
}

const show = personEndpoint('PATCH /events/{event}/proposals/{code}/files/{id}', {
  summary: 'Shows it to all on the page of the session, or to the committee alone',
  body: z.object({ isPublic: z.boolean() }),
  answer: FileAnswer,
  handle: (call, person) => {
    const id = idOf(call)
    return oneAtATime(commands.fileWord(id), async () => {
      const current = (await filesOf(call))?.find((file) => file.id === id)
      if (!current) return nothingHere()
      const overtaken = refuseOvertaken(call.version, current)
      if (overtaken) return overtaken
      const { isPublic } = call.body
      const outcome = await commands.showSessionFile(person, eventOf(call), codeOf(call), id, isPublic)
      return outcome.ok ? read(call, id) : nothingHere()
    })
  },
})

const remove = personEndpoint('DELETE /events/{event}/proposals/{code}/files/{id}', {
  summary: 'Takes a file away, for good',
  handle: async (call, person) => {
    const outcome = await commands.removeSessionFile(person, eventOf(call), codeOf(call), idOf(call))
    return outcome.ok ? { ok: true } : nothingHere()
  },
})

const fetchFile = endpoint('GET /events/{event}/proposals/{code}/files/{id}', {
  summary: 'The file itself, always as a download',
  media: FILES,
  handle: async (call) => {
    const id = idOf(call)
    const isThere = (await filesOf(call))?.some((file) => file.id === id)
    const file = isThere ? await getSessionFile(call.actor, id) : null
    return file ? { ok: true, download: file } : nothingHere()
  },
})

const answerWith = personEndpoint('POST /events/{event}/answer-files', {
  summary: 'Takes in a file that answers a question; its id is the answer',
  takesFile: true,
  body: z.object({ question: z.string().max(80).describe('The key of a question for a file'), file: z.file() }),
  answer: z.object({ id: z.string() }),
  handle: async (call, person) => {
    const event = eventOf(call)
    const { question: key, file } = call.body
    const question = (await listQuestions(event.id)).find((each) => each.key === key)
    const upload = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    const asked = { key, about: question?.about ?? ('proposal' as const) }
    const outcome = await saveAnswerFile(person, event, asked, upload, call.now)
    if (!outcome.ok) return refusedFile(outcome.reason, ANSWER_FILE_PROBLEMS[outcome.reason])
    return { ok: true, status: 201, body: { id: outcome.id } }
  },
})

const fetchAnswer = endpoint('GET /events/{event}/answer-files/{id}', {
  summary: 'A file that answers a question, for who may read the answer',
  media: FILES,
  handle: async (call) => {
    const file = await getAnswerFile(call.actor, idOf(call), eventOf(call))
    return file ? { ok: true, download: file } : nothingHere()
  },
})

export const fileEndpoints = [list, add, show, remove, fetchFile, answerWith, fetchAnswer]
