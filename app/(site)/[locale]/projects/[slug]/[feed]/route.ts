import { articleFeed } from '@/features/content/api/feeds'

type Context = { params: Promise<{ locale: string; slug: string; feed: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, slug, feed } = await params
  return articleFeed(feed, locale, { project: slug })
}
