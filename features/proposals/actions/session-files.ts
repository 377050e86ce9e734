'use server'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import * as files from '../commands/session-files'
import { FileAddress, FileTitle, SESSION_FILE_PROBLEMS } from '../schema/files'

export interface FileState {
  values: { title: string; url: string }
  errors: Record<string, string>
}

/** Puts a file or an address beside a proposal. */
export const addSessionFile = eventAction(
  'addSessionFile',
  async (actor, event, code: string, _: FileState, form: FormData): Promise<FileState> => {
    const values = { title: String(form.get('title') ?? ''), url: String(form.get('url') ?? '').trim() }
    const file = form.get('file')
    const [title, url] = [FileTitle.safeParse(values.title), values.url ? FileAddress.safeParse(values.url) : null]
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
    if (!outcome.ok) return { values, errors: { file: SESSION_FILE_PROBLEMS[outcome.reason] } }
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
