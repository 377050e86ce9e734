import { describeApi } from '@/app/api/v1/endpoints'
import { formatDocs } from '@/features/api/formats/docs'
import { getSite } from '@/features/content/queries/site'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response(formatDocs(describeApi(), getSite()), { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
