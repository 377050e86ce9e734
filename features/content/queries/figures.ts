import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { headingId } from '../rules'
import type { FigureFilter } from '../rules/case-studies'
import type { Chosen } from '../rules/facets'
import type { FigureLine } from '../schema/figures'
import { localized, pathOf } from '../schema/kinds'
import { listedSql, untilNextText } from './visible'

/** Figures that agree in all that they can be filtered by, and how many they are. */
export interface FigureCell {
  unit: string
  direction: 'up' | 'down' | 'flat' | null
  project: string | null
  projectName: string | null
  industry: string | null
  /** The same in every language: what addresses call the industry. */
  industryKey: string | null
  count: number
}

const FIGURES = Prisma.sql`
  document_figure f join document d on d.id = f.document_id left join project p on p.id = f.project_id`

/** Of every text one language: this where it has it, English where not. */
const inOneLanguage = (locale: string) => Prisma.sql`
  ${listedSql('d')} and (d.locale = ${locale} or d.locale = 'en' and not exists (
    select from document own
    where own.kind = d.kind and own.group_slug = d.group_slug and own.locale = ${locale} and ${listedSql('own')}))`

/** All that figures can be filtered by: from this both the filters and their counts are made. */
export async function listFigureCells(locale: string): Promise<FigureCell[]> {
  touch('articles', 'case-studies', 'projects')
  const [rows] = await Promise.all([
    db.$queryRaw<(Omit<FigureCell, 'industryKey'> & { original: string | null })[]>`
      select f.unit, f.direction, p.slug as project, p.name as "projectName", d.front_matter ->> 'industry' as industry,
        e.front_matter ->> 'industry' as original, count(*)::int as count
      from ${FIGURES} left join document e on e.kind = d.kind and e.group_slug = d.group_slug and e.locale = 'en'
      where ${inOneLanguage(locale)} group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 5`,
    untilNextText(),
  ])
  return rows.map(({ original, ...row }) => ({ ...row, industryKey: keyOf(original ?? row.industry) }))
}

function keyOf(industry: string | null): string | null {
  return industry === null ? null : headingId(industry)
}

const ORDERS = {
  newest: Prisma.sql`d.sort_date desc, d.slug, f.position`,
  value: Prisma.sql`f.unit, f.value desc, d.slug, f.position`,
}
export type FigureOrder = keyof typeof ORDERS

/** Figures with what is chosen, `skip` of them left out. `cells` say which industries a choice means. */
export async function listFigures(
  { locale, chosen, order }: { locale: string; chosen: Chosen<FigureFilter>; order: FigureOrder },
  cells: FigureCell[],
  { skip, take }: { skip: number; take: number },
): Promise<FigureLine[]> {
  const { unit, direction, project, industry } = chosen
  const industries = cells.flatMap((cell) => (cell.industryKey === industry && cell.industry ? [cell.industry] : []))
  const rows = await db.$queryRaw<(Omit<FigureLine, 'path'> & { kind: string; slug: string; anchor: string })[]>`
    select f.value, f.unit, f.label, f.direction, f.baseline, f.period, f.source, f.sentence, f.anchor,
      p.slug as project, p.name as "projectName", d.front_matter ->> 'industry' as industry,
      d.front_matter ->> 'country' as country, o.slug as organization, o.name as "organizationName",
      d.title, d.locale, d.kind::text, d.slug
    from ${FIGURES}
      left join lateral (select o.slug, o.name from document_organization j join organization o on o.id = j.organization_id
        where j.document_id = d.id and d.kind = 'case-study' limit 1) o on true
    where ${inOneLanguage(locale)} and (${unit ?? null}::text is null or f.unit = ${unit ?? null})
      and (${direction ?? null}::text is null or f.direction = ${direction ?? null})
      and (${project ?? null}::text is null or p.slug = ${project ?? null})
      and (${industry ?? null}::text is null or d.front_matter ->> 'industry' = any(${industries}))
    order by ${ORDERS[order]} offset ${skip} limit ${take}`
  return rows.map(({ kind, slug, anchor, ...row }) => ({
    ...row,
    path: `${localized(pathOf(kind === 'article' ? 'article' : 'case-study', slug), row.locale)}#${anchor}`,
  }))
}
