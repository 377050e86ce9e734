import { cardAnswer } from '@/features/cards/api'

type Context = { params: Promise<{ locale: string; kind: string; file: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, kind, file } = await params
  return cardAnswer(kind, file, locale, new Date())
}
