import { gateFile } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { exportFile, isExport } from '@/features/proposals/formats/exports'
import { exportEvent } from '@/features/proposals/queries/portable'
import { eyesOf } from '@/features/proposals/queries/redacted'
import { reviewCsv } from '@/features/reviews/formats/csv'
import { listAllReviews } from '@/features/reviews/queries/export'
import { refusedFile, savedFile } from '@/lib/download'

type Context = { params: Promise<{ event: string; file: string }> }

/** One file of an event's proposals, as whoever asks may see them. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event: slug, file } = await params
  const home = `/admin/events/${slug}/export`
  const entry = await gateFile('/admin/events/[event]/export/[file]', slug, home)
  if (entry instanceof Response) return entry
  const { actor, event } = entry
  const name = `${event.slug}-${file}`
  if (file === 'reviews.csv') {
    if (!can(actor, 'list', 'reviews', { eventId: event.id })) return refusedFile(403)
    return savedFile(name, reviewCsv(await listAllReviews(event, actor)))
  }
  if (!isExport(file)) return refusedFile(404)
  const { source, isOfSpeakers, write } = exportFile(file)
  const eyes = await eyesOf(event, actor)
  if (isOfSpeakers && !eyes.seesAddresses) return refusedFile(403)
  return savedFile(name, write(await exportEvent(eyes, source)))
}
