import type { z } from 'zod'
import { answersIn } from '@/features/calls/schema/typed'
import { type Facts, KeptContent, type ProposalDraft } from '../schema'

/** The columns that a proposal's state is derived from. */
export const FACTS = {
  submittedAt: true,
  withdrawnAt: true,
  recommendation: true,
  decision: true,
  decisionReason: true,
  decidedAt: true,
  announced: true,
  announcedAt: true,
  answer: true,
  answerBy: true,
  answeredAt: true,
  cancelledAt: true,
} as const satisfies Record<keyof Facts, true>

/** What the text of a proposal is read from: the last version that was saved, or the columns where there is none. */
export const TEXT = {
  title: true,
  abstract: true,
  language: true,
  answers: true,
  version: true,
  format: { select: { slug: true } },
  track: { select: { slug: true } },
  level: { select: { slug: true } },
  tags: { select: { tag: { select: { slug: true } } } },
  projects: { select: { project: { select: { slug: true } } } },
  speakers: {
    orderBy: { position: 'asc' },
    select: { position: true, isAccepted: true, person: { select: { id: true, name: true, email: true } } },
  },
  versions: {
    orderBy: { version: 'desc' },
    take: 1,
    select: { version: true, content: true, savedAt: true, savedById: true },
  },
} as const

interface TextRow {
  title: string
  abstract: string
  language: string
  answers: unknown
  format: { slug: string } | null
  track: { slug: string } | null
  level: { slug: string } | null
  tags: { tag: { slug: string } }[]
  projects: { project: { slug: string } }[]
  speakers: { position: number; person: { name: string; email: string | null } }[]
  versions: { content: unknown }[]
}

export function textOf(row: TextRow): ProposalDraft {
  const kept = KeptContent.safeParse(row.versions[0]?.content)
  if (kept.success) return draftOf(kept.data)
  return {
    title: row.title,
    abstract: row.abstract,
    format: row.format?.slug ?? null,
    track: row.track?.slug ?? null,
    level: row.level?.slug ?? null,
    language: row.language,
    speakers: row.speakers.slice(1).map(({ person }) => ({ email: person.email ?? '', name: person.name })),
    tags: row.tags.map(({ tag }) => tag.slug),
    projects: row.projects.map(({ project }) => project.slug),
    answers: answersIn(row.answers),
  }
}

function draftOf({ aboutMe: _, call: __, accessCode: ___, ...draft }: z.infer<typeof KeptContent>): ProposalDraft {
  return draft
}
