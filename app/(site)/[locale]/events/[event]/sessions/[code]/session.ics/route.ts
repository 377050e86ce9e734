import { scheduleFile } from '@/features/schedule/api'
import { scheduleCalendar } from '@/features/schedule/formats/icalendar'

type Context = { params: Promise<{ event: string; code: string }> }

/** Every slot of one session. A calendar that has it learns here of a move, too. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event, code } = await params
  return scheduleFile(event, 'text/calendar; charset=utf-8', (schedule) => {
    const slots = schedule.slots.filter(({ session }) => session.code === code.toUpperCase())
    return slots.length > 0 ? scheduleCalendar({ ...schedule, slots }) : null
  })
}
