import { db } from '@/lib/db'

/** A few things that this site can be asked for: projects that are written about most, and somebody who is known. */
export async function listExamples(locale: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ title: string }[]>`
    (select p.name as title from project p left join document_project j on j.project_id = p.id
      group by p.id order by count(j.document_id) desc, p.name limit 3)
    union all
    (select title from search.entry where kind in ('person', 'event') and visible_from <= now() order by id limit 1)`
  return [...rows.map(({ title }) => title), ...(locale === 'zh' ? ['容器', '沙箱'] : [])]
}
