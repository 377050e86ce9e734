import { scheduleFile } from '@/features/schedule/api'
import { scheduleJson } from '@/features/schedule/formats/schedule-json'

type Context = { params: Promise<{ event: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event } = await params
  return scheduleFile(event, 'application/json; charset=utf-8', (schedule) => JSON.stringify(scheduleJson(schedule)))
}
