import { db } from '@/lib/db'
import { touch } from '@/lib/front/tags'
import { KINSHIP, type Kinship } from '../rules'
import { type ArticleLine, type ArticlePage, articleLine, lineOf } from './articles'
import { listedSql, untilNextText } from './visible'

/** What two articles share, by its name. */
export interface Because {
  kind: Kinship
  name: string
}
export type Related = ArticleLine & { because: Because[] }

/**
 * The articles that share the most with this one, in its language where they exist in it, each with up to two things
 * that it shares, the weightiest first. Other parts of its series are not among them: they have a list of their own.
 */
export async function listRelated(article: ArticlePage, take = 3): Promise<Related[]> {
  touch('article-lines')
  await untilNextText()
  const kin = await listKin(article, take)
  const rows = await db.document.findMany({
    where: { id: { in: kin.map(({ id }) => id) } },
    select: { id: true, ...articleLine },
  })
  return kin.flatMap(({ id, because }) => {
    const row = rows.find((candidate) => candidate.id === id)
    if (!row) return []
    const { id: _, ...line } = row
    return [{ ...lineOf(line), because: because.slice(0, 2) }]
  })
}

/** An organisation that so many texts name, and more than a third of all, is the foundation itself: it joins nothing. */
const COMMON_FROM = 5

/** Scored in the database: what is shared by many of 5,000 articles would be too much to fetch. */
function listKin(article: ArticlePage, take: number): Promise<{ id: string; because: Because[] }[]> {
  const { locale, slug, groupSlug, series, tags } = article
  return db.$queryRaw`
    with own as (select id from document where kind = 'article' and locale = ${locale} and slug = ${slug}),
    named as (
      select document_id, person_id from document_author union select document_id, person_id from document_person
    ), shared as (
      select document_id, 'project' as kind, project_id::text as key, ${KINSHIP.project}::float as weight
      from document_project where project_id in (select project_id from document_project join own on id = document_id)
      union all
      select document_id, 'organization', organization_id::text, ${KINSHIP.organization}::float from document_organization
      where organization_id in (select organization_id from document_organization join own on id = document_id)
      union all
      select document_id, 'author', person_id::text, ${KINSHIP.author}::float from document_author
      where person_id in (select person_id from document_author join own on id = document_id)
      union all
      select n.document_id, 'person', n.person_id::text, ${KINSHIP.person}::float from named n
      where n.person_id in (select person_id from named join own on id = document_id)
        and not exists (
          select from document_author a join document_author b using (person_id) join own on own.id = b.document_id
          where a.person_id = n.person_id and a.document_id = n.document_id)
      union all
      select d.id, 'tag', tag, ${KINSHIP.tag}::float from document d, unnest(d.tags) as tag
      where d.tags && ${tags} and tag = any(${tags})
    ), hits as materialized (
      select s.*, d.sort_date, d.slug from shared s join document d on d.id = s.document_id
      where d.kind = 'article' and ${listedSql('d')} and d.group_slug <> ${groupSlug}
        and (d.locale = ${locale} or (d.locale = 'en' and not exists (
          select from document z where z.kind = 'article' and z.group_slug = d.group_slug and z.locale = ${locale}
            and ${listedSql('z')})))
        and d.series is distinct from coalesce(${series?.slug ?? null}, '')
    ), common as (
      select kind, key, count(*) as texts from hits group by kind, key
    ), telling as (
      select h.document_id as id, h.sort_date, h.slug, kind, key, h.weight / ln(2 + c.texts) as worth
      from hits h join common c using (kind, key)
      where kind <> 'organization' or c.texts < ${COMMON_FROM} or c.texts * 3 <= (
        select count(*) from document d where d.kind = 'article' and d.locale in (${locale}, 'en') and ${listedSql('d')})
    ), best as (
      select id, sort_date, slug, sum(worth) as score from telling group by id, sort_date, slug
      order by score desc, sort_date desc, slug limit ${take}
    )
    select b.id, json_agg(json_build_object('kind', w.kind, 'name', coalesce(p.name, o.name, h.name, w.key))
      order by w.worth desc, w.key) as because
    from best b join telling w using (id)
    left join project p on w.kind = 'project' and p.id::text = w.key
    left join organization o on w.kind = 'organization' and o.id::text = w.key
    left join person h on w.kind in ('author', 'person') and h.id::text = w.key
    group by b.id, b.score, b.sort_date, b.slug order by b.score desc, b.sort_date desc, b.slug`
}
