import { metrics, refuseMetrics } from '@/lib/metrics'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const status = refuseMetrics(request.headers.get('authorization'))
  if (status) return new Response(null, { status, headers: status === 401 ? { 'www-authenticate': 'Bearer' } : {} })
  const { text, contentType } = await metrics()
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
}
