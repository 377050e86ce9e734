import { z } from 'zod'
import { Email } from '@/features/access/schema'
import { Article } from '@/features/content/schema/front-matter'
import { Slug } from '@/lib/slug'
import { oneLine, plainText } from '@/lib/text'

export const LIMITS = { title: 120, summary: 400, text: 60_000, comment: 4_000, remark: 1_000 }

const line = (limit: number, what: string) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(limit, `${what} has room for ${limit} characters`))

/** What a guest may save: hard limits only. What a text must have to be handed in is the rules' to say. */
export const PostText = z.object({
  title: line(LIMITS.title, 'The title'),
  summary: line(LIMITS.summary, 'The summary'),
  text: z.string().transform(plainText).pipe(z.string().max(LIMITS.text, 'The text has room for 60,000 characters')),
})
export type PostText = z.infer<typeof PostText>

const LOCALES = ['en', 'zh'] as const
export type PostLocale = (typeof LOCALES)[number]

/** Where a guest's post stands, as everybody reads it. */
export const STATES = [
  'draft',
  'submitted',
  'waiting',
  'held',
  'ready',
  'scheduled',
  'published',
  'unpublished',
] as const
export type PostState = (typeof STATES)[number]

export type Answer = 'approved' | 'refused'

/** The facts that a post's state follows from. */
export interface PostFacts {
  version: number
  submittedAt: Date | null
  approvedAt: Date | null
  publishedAt: Date | null
  publishedVersion: number | null
  unpublishedAt: Date | null
  /** Of the quotes in the text as it is; null where nobody has answered yet. */
  answers: (Answer | null)[]
}

/** Words that a text puts into somebody's mouth, as they stand in it. */
export interface Quote {
  /** Of the words and whose they are: other words are another quote. */
  fingerprint: string
  name: string
  affiliation: string | null
  person: string | null
  words: string
  /** What stands around it, for the person who is to approve it. */
  before: string
  after: string
}

/** What an editor settles with the approval. `emails` by fingerprint: where each quoted person is asked. */
export const Approval = z.object({
  slug: z
    .string()
    .trim()
    .refine((value) => Slug.safeParse(value).success, 'Use a–z, 0–9 and single hyphens'),
  category: Article.shape.category,
  tags: Article.shape.tags,
  projects: Article.shape.projects,
  correction: line(LIMITS.remark, 'The correction'),
})
export type Approval = z.infer<typeof Approval>
export type ApprovalInput = Approval & { emails: Record<string, string> }

/** What an editor's form of approval shows again. */
export interface ApprovalState {
  typed: { slug: string; category: string; tags: string[]; projects: string[]; correction: string }
  emails: Record<string, string>
  errors: FieldErrors
  problem: string | null
}

/** Whom an editor asks to write. */
export const Invitation = z.object({
  email: Email,
  name: line(120, 'The name'),
  locale: z.enum(['en', 'zh'], 'Choose a language'),
  brief: z.string().transform(plainText).pipe(z.string().trim().max(LIMITS.comment, 'Keep it under 4,000 characters')),
})

export type FieldErrors = Record<string, string>

export interface SavedText extends PostText {
  version: number
}

/** How saving in the background went, with what the text looks like now. */
export type Saved<Preview> =
  | { status: 'saved'; version: number; preview: Preview | null }
  | { status: 'overtaken'; current: SavedText }
  | { status: 'invalid'; errors: FieldErrors }
  | { status: 'signed-out' | 'locked' }

/** A quote as its guest sees it. */
export interface QuoteField {
  fingerprint: string
  name: string
  words: string
  email: string
  answer: Answer | null
}

export interface PostForm extends PostText {
  version: number
  errors: FieldErrors
  problem: string | null
  current: SavedText | null
}

const EMAIL = 'email-'

/** What was typed, unchecked; `emails` by fingerprint. */
export function readPostForm(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const emails = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith(EMAIL) && typeof value === 'string' ? [[name.slice(EMAIL.length), value.trim()]] : [],
  )
  return {
    content: { title: word('title'), summary: word('summary'), text: word('text') },
    version: Number(word('version')) || 0,
    intent: word('intent'),
    emails: Object.fromEntries(emails),
  }
}
export const emailField = (fingerprint: string) => `${EMAIL}${fingerprint}`

export function errorsOf(error: z.ZodError): FieldErrors {
  return Object.fromEntries(error.issues.map(({ path, message }) => [path.join('.'), message]))
}

/** Words of a form, within a limit; empty where there are none. */
export function wordsOf(value: FormDataEntryValue | null, limit: number): string {
  return typeof value === 'string' ? plainText(value).trim().slice(0, limit) : ''
}

/** The form of a text before anything has been sent. */
export function formOf({ title, summary, text, version }: PostText & { version: number }): PostForm {
  return { title, summary, text, version, errors: {}, problem: null, current: null }
}
