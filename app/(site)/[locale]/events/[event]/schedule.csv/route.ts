import { scheduleFile } from '@/features/schedule/api'
import { scheduleCsv } from '@/features/schedule/formats/csv'

type Context = { params: Promise<{ event: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event } = await params
  return scheduleFile(event, 'text/csv; charset=utf-8', scheduleCsv)
}
