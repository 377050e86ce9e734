import { scheduleFile } from '@/features/schedule/api'
import { SESSIONIZE_VIEWS, type SessionizeView } from '@/features/schedule/formats/sessionize'

type Context = { params: Promise<{ event: string; view: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { event, view } = await params
  return scheduleFile(event, 'application/json; charset=utf-8', (schedule) =>
    isView(view) ? JSON.stringify(SESSIONIZE_VIEWS[view](schedule)) : null,
  )
}

function isView(name: string): name is SessionizeView {
  return Object.hasOwn(SESSIONIZE_VIEWS, name)
}
