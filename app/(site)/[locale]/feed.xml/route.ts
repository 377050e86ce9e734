import { articleFeed } from '@/features/content/api/feeds'

type Context = { params: Promise<{ locale: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return articleFeed('feed.xml', locale)
}
