import type { Tx } from '@/lib/db'
import type { Template } from '../rules/template'

/** An event's own templates, by `kind locale`; what is not among them is in the house's words. */
export async function getTemplates(tx: Tx, eventId: string): Promise<Map<string, Template & { version: number }>> {
  const rows = await tx.mailTemplate.findMany({
    where: { eventId },
    select: { kind: true, locale: true, subject: true, text: true, version: true },
  })
  return new Map(rows.map(({ kind, locale, ...template }) => [`${kind} ${locale}`, template]))
}
