import { getActor } from '@/features/access/gate'
import { getAnswerFile } from '@/features/proposals/queries/files'
import { download } from '@/lib/download'

/** A file that answers a question of a call: for who may read the answer. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return download(await getAnswerFile(await getActor(), (await params).id))
}
