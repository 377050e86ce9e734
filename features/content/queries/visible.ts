import { cache } from 'react'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { freshUntil } from '@/lib/front/tags'

/**
 * What readers may see at this moment: neither a draft nor yet to come. Every query about texts has one of these in its
 * `where`; a test asks each public page for what it must not show.
 */
export const isVisible = (now = new Date()) => ({ visibleFrom: { lte: now } }) satisfies Prisma.DocumentWhereInput

/** What lists, feeds and search may name: visible, and not found by its address alone. */
export const isListed = (now = new Date()) =>
  ({ visibleFrom: { lte: now }, unlisted: false }) satisfies Prisma.DocumentWhereInput

/** Texts that are there and that readers do not see yet. */
export const isHidden = (now = new Date()) =>
  ({ OR: [{ visibleFrom: null }, { visibleFrom: { gt: now } }] }) satisfies Prisma.DocumentWhereInput

/** What is visible, and what is listed, for SQL; `document` is the table's name or alias in the query. By this process's clock, as `untilNextText`. */
export const visibleSql = (document = 'document', now = new Date()) =>
  Prisma.sql`${Prisma.raw(document)}.visible_from <= ${now}`
export const listedSql = (document = 'document', now = new Date()) =>
  Prisma.sql`(${visibleSql(document, now)} and not ${Prisma.raw(document)}.unlisted)`

/**
 * Whatever names texts changes by itself when the next of them comes out: one query a render, however many ask. To be
 * awaited before the texts are read: what comes out between the two would otherwise be missed by both.
 */
export const untilNextText = cache(async (): Promise<void> => {
  const next = await db.document.findFirst({
    where: { visibleFrom: { gt: new Date() } },
    select: { visibleFrom: true },
    orderBy: { visibleFrom: 'asc' },
  })
  if (next?.visibleFrom) freshUntil(next.visibleFrom)
})
