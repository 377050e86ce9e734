'use server'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { personAction } from '@/features/access/gate'
import { env } from '@/lib/env'
import * as checks from './commands/check-links'
import * as links from './commands/links'
import { type LinkState, PREVIEW_DAYS } from './schema'

const Days = z.coerce.number().refine((days) => PREVIEW_DAYS.some((known) => known === days))

/** Makes a link; its address is in this answer and nowhere else. */
export const createPreviewLink = personAction(
  'createPreviewLink',
  async (actor, kind: 'document' | 'post', id: string, _: LinkState, form: FormData): Promise<LinkState> => {
    const days = Days.safeParse(form.get('days'))
    if (!z.uuid().safeParse(id).success || !days.success) notFound()
    const subject = kind === 'post' ? { postId: id } : { documentId: id }
    const token = await links.createPreviewLink(actor, subject, days.data, new Date())
    if (!token) notFound()
    return { url: `${env().appUrl}/preview/${token}`, days: days.data }
  },
)

const PAGE = { document: '/admin/content', post: '/admin/content/posts' }

export const revokePreviewLink = personAction(
  'revokePreviewLink',
  async (actor, kind: keyof typeof PAGE, textId: string, form: FormData) => {
    const id = z.uuid().safeParse(form.get('link'))
    if (id.success) await links.revokePreviewLink(actor, id.data, new Date())
    if (!Object.hasOwn(PAGE, kind)) notFound()
    redirect(`${PAGE[kind]}/${encodeURIComponent(textId)}?done=revoked`)
  },
)

/** Addresses elsewhere are asked for behind; the desk shows what comes of it. */
export const checkLinks = personAction('checkLinks', async (actor) => {
  await checks.requestLinkCheck(actor, new Date())
  redirect('/admin/content')
})
