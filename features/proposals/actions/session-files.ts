'use server'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import { oneLine } from '@/lib/text'
import * as files from '../commands/session-files'

export interface FileState {
  values: { title: string; url: string }
  errors: Record<string, string>
}

const Title = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'Say what it is').max(120, 'That is longer than 120 characters'))
const Address = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'Give an address that begins with https://' })
  .max(2_000)

const PROBLEMS: Record<files.SessionFileRefusal, string> = {
  'too-heavy': 'The file has more than 5 MB. Choose a smaller one, or give its address',
  empty: 'The file is empty',
  'unknown-kind': 'Choose a PDF, PPTX, ODP, JPEG, PNG, WebP or AVIF file',
  'not-what-it-says': 'The file is not what its name says. Save it anew and try again',
  'broken-picture': 'This picture cannot be read. Save it anew and try again',
  'not-found': 'This proposal is not there any more',
  'too-often': 'You have sent many files within the hour. Try again later',
  'too-many': 'There are ten already: remove one first',
}

/** Puts a file or an address beside a proposal. */
export const addSessionFile = eventAction(
  'addSessionFile',
  async (actor, event, code: string, _: FileState, form: FormData): Promise<FileState> => {
    const values = { title: String(form.get('title') ?? ''), url: String(form.get('url') ?? '').trim() }
    const file = form.get('file')
    const [title, url] = [Title.safeParse(values.title), values.url ? Address.safeParse(values.url) : null]
    const hasFile = file instanceof File && file.size > 0
    const errors = {
      ...(title.success ? {} : { title: title.error.issues[0]?.message ?? '' }),
      ...(url?.success === false ? { url: url.error.issues[0]?.message ?? '' } : {}),
      ...(hasFile === (url !== null) ? { file: 'Choose a file or give an address, one of the two' } : {}),
    }
    if (!title.success || Object.keys(errors).length > 0) return { values, errors }
    const facts = { title: title.data, isPublic: form.get('isPublic') === 'yes' }
    const what = hasFile
      ? { ...facts, upload: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
      : { ...facts, url: values.url }
    const outcome = await files.addSessionFile(actor, event, code, what, new Date())
    if (!outcome.ok) return { values, errors: { file: PROBLEMS[outcome.reason] } }
    redirect(`${pageOf(code)}?done=file-added#files`)
  },
)

export const showSessionFile = eventAction(
  'showSessionFile',
  async (actor, event, code: string, id: string, isPublic: boolean) => {
    if (!z.uuid().safeParse(id).success) notFound()
    await files.showSessionFile(actor, event, String(code), id, isPublic === true)
    redirect(`${pageOf(code)}#files`)
  },
)

export const removeSessionFile = eventAction('removeSessionFile', async (actor, event, code: string, id: string) => {
  if (!z.uuid().safeParse(id).success) notFound()
  await files.removeSessionFile(actor, event, String(code), id)
  redirect(`${pageOf(code)}#files`)
})

const pageOf = (code: string) => `/me/proposals/${encodeURIComponent(String(code).toUpperCase())}`
