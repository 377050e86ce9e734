import { articleMarkdown } from '@/features/content/api/markdown'

type Context = { params: Promise<{ locale: string; slug: string }> }

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { locale, slug } = await params
  return articleMarkdown(locale, slug)
}
