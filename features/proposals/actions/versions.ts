'use server'
import { notFound, redirect } from 'next/navigation'
import { eventAction } from '@/features/access/gate'
import { restoreVersion as restore } from '../commands/restore'

/** Makes an older text the newest; comes back to where it was asked for. */
export const restoreVersion = eventAction(
  'restoreVersion',
  async (actor, event, code: string, side: 'speaker' | 'committee', version: number) => {
    const outcome = await restore(actor, event, code, Number(version) || 0, new Date())
    if (!outcome.ok && outcome.reason === 'not-found') notFound()
    const here = encodeURIComponent(code.toUpperCase())
    const page = side === 'committee' ? `/admin/events/${event.slug}/proposals/${here}` : `/me/proposals/${here}`
    redirect(outcome.ok ? `${page}/versions?done=restored` : `${page}/versions?problem=${outcome.reason}`)
  },
)
