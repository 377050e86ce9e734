import { articleFeed } from '@/features/content/api/feeds'

type Context = { params: Promise<{ locale: string; tag: string; feed: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, tag, feed } = await params
  return articleFeed(feed, locale, { tag })
}
