import { callCalendar } from '@/features/events/formats/calls'
import { listAllOpenCalls } from '@/features/events/queries'
import { env } from '@/lib/env'

/** Every call that is open to all and has an end, as a calendar to subscribe to. */
export async function GET(): Promise<Response> {
  const body = callCalendar(await listAllOpenCalls(new Date()), env().appUrl)
  return new Response(body, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}
