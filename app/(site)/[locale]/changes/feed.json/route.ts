import { changesFile } from '@/features/changes/api'
import { JSON_FEED_TYPE, jsonFeed } from '@/lib/feed/json-feed'

type Context = { params: Promise<{ locale: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return changesFile(locale, '/changes/feed.json', JSON_FEED_TYPE, jsonFeed)
}
