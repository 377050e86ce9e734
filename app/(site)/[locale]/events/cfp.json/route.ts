import { openCalls } from '@/features/events/formats/calls'
import { listAllOpenCalls } from '@/features/events/queries'
import { env } from '@/lib/env'

/** Every call that is open to all, as data. */
export async function GET(): Promise<Response> {
  const items = openCalls(await listAllOpenCalls(new Date()), env().appUrl)
  return new Response(`${JSON.stringify({ items })}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}
