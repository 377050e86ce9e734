'use server'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { eventAction } from '@/features/access/gate'
import { queueMessages } from './commands/queue'

const Ids = z.array(z.uuid()).max(500).catch([])

export const sendMail = eventAction('sendMail', async (actor, event, form: FormData): Promise<void> => {
  const count = await queueMessages(actor, event, Ids.parse(form.getAll('id')))
  redirect(`/admin/events/${event.slug}/mail?queued=${count}`)
})
