import { aliasKey } from '../rules/alias'
import type { Audit } from '../schema'
import { type Group, groupOf } from './fields'
import type { FoundAt } from './found'
import { AUDIT } from './known-fields'
import type { Note } from './nodes'

/** The audits that have a day; each part that is missing or odd is noted. */
export function auditsOf(extra: Group, name: string, note: Note): Audit[] {
  return extra.list('audits').flatMap((node) => {
    const audit = groupOf(node, { note, name: `${name}: audit`, known: AUDIT })
    const date = audit?.day('date')
    if (!audit || !date) {
      note(node.place, `${name}: an audit without a day; it was left out`)
      return []
    }
    const [type, vendor, url] = [audit.text('type') ?? 'security', audit.text('vendor'), audit.url('url')]
    return [{ date, type, ...(vendor ? { vendor } : {}), ...(url ? { url } : {}) }]
  })
}

/** One spelling for each vendor, the one that the file uses most; the others are noted. */
export function withOneSpelling(projects: FoundAt[], note: Note): FoundAt[] {
  const counts = new Map<string, Map<string, number>>()
  for (const { vendor } of projects.flatMap(({ source }) => source.details.audits)) {
    if (!vendor) continue
    const spellings = counts.get(aliasKey(vendor)) ?? new Map<string, number>()
    counts.set(aliasKey(vendor), spellings.set(vendor, (spellings.get(vendor) ?? 0) + 1))
  }
  const usual = new Map([...counts].map(([key, spellings]) => [key, mostUsed(spellings)]))
  return projects.map((project) => {
    const audits = project.source.details.audits.map((audit) => {
      const vendor = audit.vendor && usual.get(aliasKey(audit.vendor))
      if (!vendor || vendor === audit.vendor) return audit
      note(
        project.place,
        `${project.source.name}: the vendor “${audit.vendor}” is elsewhere “${vendor}”, which was taken`,
      )
      return { ...audit, vendor }
    })
    return { ...project, source: { ...project.source, details: { ...project.source.details, audits } } }
  })
}

function mostUsed(spellings: Map<string, number>): string {
  return [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? ''
}
