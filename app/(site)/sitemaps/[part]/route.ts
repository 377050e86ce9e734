import { sitemapPartAnswer } from '@/features/content/api/sitemap'

type Context = { params: Promise<{ part: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { part } = await params
  return sitemapPartAnswer(part)
}
