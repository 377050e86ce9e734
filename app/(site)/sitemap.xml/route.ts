import { connection } from 'next/server'
import { sitemapAnswer } from '@/features/content/api/sitemap'

export async function GET(): Promise<Response> {
  await connection()
  return sitemapAnswer()
}
