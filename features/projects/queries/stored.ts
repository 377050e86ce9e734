import { Project } from '@/features/content/schema/front-matter'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/db'
import type { Stored } from '../rules/plan'
import { sourceOf } from '../rules/sources'
import { ProjectDetails, ProjectSource } from '../schema'

/** A project with what each source says of it. */
export interface StoredProject extends Stored {
  id: string
  slug: string
  content: ProjectSource | null
  landscape: { key: string; source: ProjectSource } | null
}

/** These projects, or all of them, inside the transaction that is about to write some. */
export async function listStored(tx: Tx, slugs?: string[]): Promise<StoredProject[]> {
  const where = slugs ? { slug: { in: slugs } } : {}
  const rows = await tx.project.findMany({ where, include })
  const texts = { ...where, kind: 'project' } as const
  const documents = await tx.document.findMany({ where: texts, select: { slug: true, frontMatter: true } })
  const fronts = new Map(documents.map(({ slug, frontMatter }) => [slug, frontMatter]))
  return rows.map((row) => storedOf(row, fronts.get(row.slug)))
}

const include = {
  moves: { orderBy: [{ effectiveOn: 'asc' }, { level: 'asc' }] },
  landscape: true,
} satisfies Prisma.ProjectInclude
type Row = Prisma.ProjectGetPayload<{ include: typeof include }>

function storedOf({ moves, landscape, details, ...row }: Row, frontMatter: unknown): StoredProject {
  const front = Project.safeParse(frontMatter).data
  const source = ProjectSource.safeParse(landscape?.facts).data
  const { id, slug, name, tagline, homepage, repository, category, subcategory } = row
  return {
    ...{ id, slug, name, tagline, homepage, repository, category, subcategory },
    details: ProjectDetails.parse(details),
    moves: moves.map(({ level, effectiveOn, announcement, origin }) => ({
      ...{ level, announcement, origin },
      on: effectiveOn.toISOString().slice(0, 10),
    })),
    content: front ? sourceOf(front, slug) : null,
    landscape: landscape && source ? { key: landscape.key, source } : null,
  }
}
