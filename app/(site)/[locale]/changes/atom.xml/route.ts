import { changesFile } from '@/features/changes/api'
import { ATOM_TYPE, atom } from '@/lib/feed/atom'

type Context = { params: Promise<{ locale: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return changesFile(locale, '/changes/atom.xml', ATOM_TYPE, atom)
}
