import { readiness } from '@/lib/health'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const body = await readiness()
  return Response.json(body, { status: body.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
