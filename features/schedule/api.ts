import { getReleasedSchedule } from './queries/released'
import type { ReleasedSchedule } from './schema'

/** A released schedule as a file; 404 before a release. `write` returns null where there is nothing of that name. */
export async function scheduleFile(
  slug: string,
  contentType: string,
  write: (schedule: ReleasedSchedule) => string | null,
): Promise<Response> {
  const schedule = await getReleasedSchedule(slug)
  const body = schedule && write(schedule)
  if (body === null) {
    return new Response('No schedule of this event has been published.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    })
  }
  // Other people's pages and apps read these files in the browser.
  return new Response(body, { headers: { 'content-type': contentType, 'access-control-allow-origin': '*' } })
}
