import { getActor } from '@/features/access/gate'
import { getSessionFile } from '@/features/proposals/queries/session-files'
import { download } from '@/lib/download'

/** A file of a session, such as its slides: for everybody once it may be read, before that for its own people. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return download(await getSessionFile(await getActor(), (await params).id))
}
