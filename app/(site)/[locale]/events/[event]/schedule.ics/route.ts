import { scheduleFile } from '@/features/schedule/api'
import { scheduleCalendar } from '@/features/schedule/formats/icalendar'

type Context = { params: Promise<{ event: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event } = await params
  return scheduleFile(event, 'text/calendar; charset=utf-8', scheduleCalendar)
}
