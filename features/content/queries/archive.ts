import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import type { Category } from '../schema/front-matter'
import { listedSql, untilNextText } from './visible'

/** Every year that has articles in this language, the latest first, with how many. */
export async function listYears(locale: string): Promise<{ year: number; count: number }[]> {
  touch('articles')
  await untilNextText()
  return db.$queryRaw`
    select extract(year from sort_date)::int as year, count(*)::int as count from document
    where kind = 'article' and locale = ${locale} and ${listedSql()} group by year order by year desc`
}

/** The languages that have articles of this year, each with the path of its archive. */
export async function listYearLanguages(year: number): Promise<Record<string, string>> {
  touch('articles')
  await untilNextText()
  const rows = await db.$queryRaw<{ locale: string }[]>`
    select distinct locale from document
    where kind = 'article' and extract(year from sort_date) = ${year} and ${listedSql()}`
  return Object.fromEntries(rows.map(({ locale }) => [locale, `/blog/archive/${year}`]))
}

/** The languages that have articles of this category, each with their path. */
export async function listCategoryLanguages(category: Category): Promise<Record<string, string>> {
  touch('articles')
  await untilNextText()
  const rows = await db.$queryRaw<{ locale: string }[]>`
    select distinct locale from document
    where kind = 'article' and front_matter->>'category' = ${category} and ${listedSql()}`
  return Object.fromEntries(rows.map(({ locale }) => [locale, `/blog?category=${category}`]))
}

/** How many articles of this language each category has; those without any are absent. */
export async function listCategories(locale: string): Promise<{ category: Category; count: number }[]> {
  touch('articles')
  await untilNextText()
  return db.$queryRaw`
    select front_matter->>'category' as category, count(*)::int as count from document
    where kind = 'article' and locale = ${locale} and ${listedSql()} group by category order by count desc, category`
}
