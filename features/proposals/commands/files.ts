import { createHash, randomUUID } from 'node:crypto'
import type { AuthorizedEvent } from '@/features/access/queries'
import type { Person } from '@/features/access/schema'
import type { Answers, Question } from '@/features/calls/schema/question'
import { audit } from '@/lib/audit'
import { db, transaction } from '@/lib/db'
import { checkFile } from '@/lib/files'
import { withinLimit } from '@/lib/rate-limit'
import { storage } from '@/lib/storage'
import { enteredText, oneLine } from '@/lib/text'
import type { TypedFile } from '../schema'
import type { AnswerFileRefusal, RefusedFile } from '../schema/files'

/** So many files an hour one person may send. */
const LIMIT = { tries: 60, minutes: 60 }

/**
 * Takes a file in that answers a question, and says its id, which is the answer. The bytes go first and the row after
 * them: a crash between leaves bytes that nobody names.
 */
export async function saveAnswerFile(
  actor: Person,
  event: AuthorizedEvent,
  { key, about }: Pick<Question, 'key' | 'about'>,
  upload: { name: string; bytes: Uint8Array },
  now: Date,
): Promise<{ ok: true; id: string } | { ok: false; reason: AnswerFileRefusal }> {
  const question = await db.question.findFirst({
    where: { eventId: event.id, key, about, kind: 'file' },
    select: { id: true },
  })
  if (!question) return { ok: false, reason: 'no-such-question' }
  if (!(await transaction((tx) => withinLimit(tx, `answer-file ${actor.id}`, LIMIT, now))))
    return { ok: false, reason: 'too-often' }
  const file = await checkFile(upload.bytes, upload.name)
  if (!file.ok) return file
  const hash = createHash('sha256').update(file.bytes).digest('hex').slice(0, 32)
  const stored = `answer-${hash}-${randomUUID().slice(0, 8)}.${file.extension}`
  await storage().put(stored, file.bytes, file.type)
  return transaction(async (tx) => {
    const { id } = await tx.answerFile.create({
      data: {
        eventId: event.id,
        questionId: question.id,
        uploadedById: actor.id,
        name: [...oneLine(enteredText(upload.name))].slice(-200).join('') || `file.${file.extension}`,
        type: file.type,
        bytes: file.bytes.byteLength,
        stored,
        createdAt: now,
      },
      select: { id: true },
    })
    await audit.record(tx, { actor, verb: 'create', resource: 'answer-file', resourceId: id, eventId: event.id })
    return { ok: true as const, id }
  })
}

/** Keeps the files that came with a form and makes them its answers; answers which of them cannot be taken. */
export async function takeAnswerFiles(
  actor: Person,
  event: AuthorizedEvent,
  content: { answers: Answers; aboutMe: Answers },
  files: TypedFile[],
  now: Date,
): Promise<RefusedFile[]> {
  const refused: RefusedFile[] = []
  for (const { about, key, file } of files) {
    const upload = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
    const taken = await saveAnswerFile(actor, event, { about, key }, upload, now)
    const [answers, path] = about === 'speaker' ? [content.aboutMe, 'aboutMe'] : [content.answers, 'answers']
    if (taken.ok) answers[key] = taken.id
    else refused.push({ path: `${path}.${key}`, reason: taken.reason })
  }
  return refused
}
