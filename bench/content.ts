import { appendFileSync, cpSync } from 'node:fs'
import path from 'node:path'
import { syncContent } from '@/features/content/import/sync'
import { generateArticles } from '@/prisma/seed'
import type { Figure } from './figures'
import { withScratch } from './scratch'

/** The foundation's own content and this many generated articles: cold, unchanged, and with one edit. */
export async function benchContent(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of [1_000, 5_000])
    await withScratch(async ({ folder }) => {
      const content = path.join(folder, 'content')
      cpSync('content', content, { recursive: true })
      const files = generateArticles({ folder: path.join(content, 'blog'), count })
      const sync = async (what: string) => {
        const { seconds, problems } = await syncContent({ content, pictures: 'public' })
        if (problems.length > 0) throw new Error(`The generated articles have ${problems.length} problems.`)
        figures.push({ what: `${count.toLocaleString('en')} articles, ${what}`, value: `${seconds.toFixed(2)} s` })
      }
      await sync('cold')
      await sync('unchanged')
      appendFileSync(files[0] ?? '', '\nA sentence more.\n')
      await sync('one edit')
    })
  return figures
}
