import { changesFile } from '@/features/changes/api'
import { RSS_TYPE, rss } from '@/lib/feed/rss'

type Context = { params: Promise<{ locale: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return changesFile(locale, '/changes/feed.xml', RSS_TYPE, rss)
}
