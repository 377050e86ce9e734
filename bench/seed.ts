import { SIZES, seed } from '@/prisma/seed'
import type { Figure } from './figures'
import { withScratch } from './scratch'

/** Each size of demo data into one database, one after another. */
export function benchSeed(): Promise<Figure[]> {
  return withScratch(async ({ url }) => {
    const figures: Figure[] = []
    for (const size of SIZES) {
      const begun = performance.now()
      const result = await seed({ size, seed: 1, now: new Date(), url, appUrl: 'http://localhost:3000' })
      const rows = result.ok ? result.rows : 0
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      figures.push({ what: `${size}: ${rows.toLocaleString('en')} rows`, value: `${seconds} s` })
    }
    return figures
  })
}
