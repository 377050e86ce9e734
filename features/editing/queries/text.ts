import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { dayOf, textOf, textSelect } from '@/features/content/queries/texts'
import { KeyFigure } from '@/features/content/schema/front-matter'
import { type Tree, treeIn } from '@/features/content/schema/tree'
import { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/db'
import { checklist } from '../rules/checklist'
import type { Finding, TextFacts } from '../schema'
import { countOutdated, factsOf, getWorld, listFactsRows } from './facts'
import { type DeskText, stateOf } from './texts'

export interface DeskPage extends DeskText {
  slug: string
  summary: string
  /** Each with the line of the file where it stands, as far as that is found. */
  found: (Finding & { line: number | null })[]
}

/** One text with everything that the checklist finds once the text has been read, or null. */
export async function getDeskText(id: string, now: Date): Promise<DeskPage | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [row] = await listFactsRows(Prisma.sql`id = ${id}::uuid`)
  if (!row) return null
  const facts: TextFacts = { ...factsOf(row, await countOutdated()), parts: await readText(id) }
  const findings = checklist(facts, await getWorld([facts], now))
  const source = sourceOf(row.file)
  const { kind, locale, slug, title, summary, file, visibleFrom } = row
  return {
    ...{ id, kind, locale, slug, title, summary, file, visibleFrom, findings },
    date: dayOf(row.publishedOn),
    state: stateOf(row, now),
    found: findings.map((finding) => ({ ...finding, line: lineOf(source, finding) })),
  }
}

async function readText(id: string): Promise<TextFacts['parts']> {
  const row = await db.document.findUnique({ where: { id }, select: { tree: true, plainText: true } })
  return row && partsOf(treeIn(row.tree), row.plainText)
}

/** Pictures and badges, wherever in the text they stand. */
function partsOf(tree: Tree, words: string): NonNullable<TextFacts['parts']> {
  const parts: NonNullable<TextFacts['parts']> = { images: [], badges: [], words }
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isA(value, 'image') && 'src' in value && 'alt' in value)
      parts.images.push({ src: String(value.src), alt: String(value.alt) })
    if (isA(value, 'maturity') && 'project' in value && 'at' in value)
      parts.badges.push({ project: String(value.project), at: String(value.at) })
    for (const inside of Object.values(value)) look(inside)
  }
  look(tree)
  return parts
}

const isA = (value: object, is: string) => 'is' in value && value.is === is

/** The file as it lies there now; null for a guest's post, and where it is not beside the app. */
function sourceOf(file: string): string | null {
  if (!/^content\/[\w./-]+$/.test(file) || file.includes('..')) return null
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function lineOf(source: string | null, { place }: Finding): number | null {
  const lines = source?.split('\n') ?? []
  const at = lines.findIndex((line) =>
    'field' in place ? line.startsWith(`${place.field}:`) : line.includes(place.words),
  )
  return at < 0 ? null : at + 1
}

const Figures = z.object({ figures: z.array(KeyFigure).default([]) })

const previewSelect = {
  ...textSelect,
  id: true,
  kind: true,
  publishedOn: true,
  minutes: true,
  authors: { select: { person: { select: { slug: true, name: true } } }, orderBy: { position: 'asc' } },
} satisfies Prisma.DocumentSelect

/** A text as readers would have it, whether they may see it or not: for the pages of previews alone. */
export interface PreviewText {
  locale: string
  title: string
  summary: string
  tree: Tree
  contents: ReturnType<typeof textOf>['contents']
  figures: KeyFigure[]
  date: string | null
  authors: { slug: string; name: string }[]
}

export async function getPreviewText(id: string): Promise<PreviewText | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await db.document.findUnique({ where: { id }, select: previewSelect })
  return row && previewOf(row)
}

function previewOf(row: Prisma.DocumentGetPayload<{ select: typeof previewSelect }>): PreviewText {
  const { locale, title, summary, tree, contents } = textOf(row)
  const { figures } = Figures.parse(row.frontMatter)
  const authors = row.authors.map(({ person }) => person)
  return { locale, title, summary, tree, contents, figures, date: dayOf(row.publishedOn), authors }
}
