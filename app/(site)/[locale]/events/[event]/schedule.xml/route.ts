import { scheduleFile } from '@/features/schedule/api'
import { scheduleXml } from '@/features/schedule/formats/schedule-xml'

type Context = { params: Promise<{ event: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event } = await params
  return scheduleFile(event, 'application/vnd.c3voc.schedule+xml; charset=utf-8', scheduleXml)
}
