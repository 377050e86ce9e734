import { z } from 'zod'
import type { Answers } from '@/features/calls/schema/question'
import { KeptAnswers, readAnswers, TypedAnswers } from '@/features/calls/schema/typed'
import { oneLine, tameText } from '@/lib/text'

export const STATES = [
  'draft',
  'submitted',
  'withdrawn',
  'accepted',
  'waitlisted',
  'rejected',
  'confirmed',
  'declined',
  'cancelled',
] as const
export type State = (typeof STATES)[number]

export const DECISIONS = ['accepted', 'waitlisted', 'rejected'] as const
export const Decision = z.enum(DECISIONS)
export type Decision = z.infer<typeof Decision>

export type Answer = 'confirmed' | 'declined'

/** What is known of a proposal's life; its state is derived from it, for the one who reads it. */
export interface Facts {
  submittedAt: Date | null
  withdrawnAt: Date | null
  recommendation: Decision | null
  decision: Decision | null
  decisionReason: string | null
  decidedAt: Date | null
  announced: Decision | null
  announcedAt: Date | null
  answer: Answer | null
  answerBy: Date | null
  answeredAt: Date | null
  cancelledAt: Date | null
}

/** The facts of a draft: nothing has happened yet. */
export const NO_FACTS: Facts = {
  submittedAt: null,
  withdrawnAt: null,
  recommendation: null,
  decision: null,
  decisionReason: null,
  decidedAt: null,
  announced: null,
  announcedAt: null,
  answer: null,
  answerBy: null,
  answeredAt: null,
  cancelledAt: null,
}

/** Whose eyes a proposal is read with, and in which of the two roles a move is made. */
export type Side = 'speaker' | 'committee'

/** Six of A–Z and 2–9 without I and O, read without regard to case. */
export const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-HJ-NP-Z2-9]{6}$/)

/** Plain text of at most so many characters. */
export const text = (limit: number, what: string) =>
  z
    .string()
    .transform(tameText)
    .pipe(
      z
        .string()
        .trim()
        .max(limit, `${what} is longer than ${limit.toLocaleString('en')} characters`),
    )

/** The same on one line. */
const line = (limit: number, what: string) =>
  z
    .string()
    .transform((typed) => oneLine(tameText(typed)))
    .pipe(z.string().max(limit, `${what} is longer than ${limit.toLocaleString('en')} characters`))

const choice = z
  .string()
  .max(80)
  .nullable()
  .transform((slug) => slug || null)

/** As typed: an address is only asked to be one when the proposal is submitted. */
export const SpeakerDraft = z.object({ email: line(254, 'The e-mail address'), name: line(200, 'The name') })
export type SpeakerDraft = z.infer<typeof SpeakerDraft>

export const MOST_CO_SPEAKERS = 9
export const MOST_PROJECTS = 5

const slugs = (most: number, sentence: string) =>
  z
    .array(z.string().max(80))
    .transform((all) => [...new Set(all.filter(Boolean))])
    .pipe(z.array(z.string()).max(most, sentence))

/** What a draft may hold: hard limits only. What a submission must hold is `missingFor` in rules.ts. */
export const ProposalDraft = z.object({
  title: line(200, 'The title'),
  abstract: text(20_000, 'The abstract'),
  format: choice,
  track: choice,
  level: choice,
  language: z.string().trim().max(35, 'That is not a language').default('en'),
  /** Who speaks beside the one who proposes. */
  speakers: z
    .array(SpeakerDraft)
    .max(MOST_CO_SPEAKERS, `At most ${MOST_CO_SPEAKERS} people beside you`)
    .default([])
    .transform((speakers) => speakers.filter(({ email, name }) => email || name)),
  tags: slugs(20, 'At most 20 tags').default([]),
  /** Of the foundation, that it is about. */
  projects: slugs(MOST_PROJECTS, `At most ${MOST_PROJECTS} projects`).default([]),
  answers: TypedAnswers.default({}),
})
export type ProposalDraft = z.infer<typeof ProposalDraft>

/** All that the form sends beside which proposal it is. */
export const ProposalTyped = ProposalDraft.extend({
  aboutMe: TypedAnswers.default({}),
  call: z.string().max(80).default(''),
  accessCode: z.string().trim().max(80, 'That is longer than an access code').default(''),
})

/** The same in the shape of a command's input. */
export function toInput({ aboutMe, call, accessCode, ...draft }: z.infer<typeof ProposalTyped>) {
  return { draft, aboutMe, call, accessCode }
}

export const EMPTY_DRAFT: ProposalDraft = {
  title: '',
  abstract: '',
  format: null,
  track: null,
  level: null,
  language: 'en',
  speakers: [],
  tags: [],
  projects: [],
  answers: {},
}

/** What a form or a client sends of a proposal: which one, which version of it was in sight, and the text. */
export interface ProposalInput {
  /** The proposal, once there is one. */
  code?: string
  /** Of the form: what is sent twice with one key is one proposal. */
  key?: string
  /** The version that was edited; 0 before the first. */
  version: number
  /** The open form that it was typed into, in one tab. */
  form?: string | undefined
  draft: ProposalDraft
  /** The kind of the call that a new one goes to; without it the event's first. */
  call?: string
  /** What lets in where the call is closed or by invitation. */
  accessCode?: string
  /** To the questions about speakers, of the one who writes. Not sent: they stay as they are. */
  aboutMe?: Answers
}

/** A field that is not as it must be; `path` as the draft names it, dots between (`speakers.0.email`). */
export interface FieldError {
  path: string
  message: string
}

/** What a form wrote, before any of it is judged: names as in `ProposalDraft`, people as `speaker-0-email`. */
export function readProposalForm(form: FormData) {
  const word = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const words = (name: string) => form.getAll(name).flatMap((each) => (typeof each === 'string' && each ? [each] : []))
  const places = Array.from({ length: MOST_CO_SPEAKERS + 1 }, (_, place) => place)
  return {
    key: z.uuid().safeParse(word('key')).data,
    form: z.string().min(8).max(64).safeParse(word('form')).data,
    version: Number(word('version')) || 0,
    intent: word('intent'),
    content: {
      title: word('title'),
      abstract: word('abstract'),
      format: word('format') || null,
      track: word('track') || null,
      level: word('level') || null,
      language: word('language') || 'en',
      speakers: places
        .map((place) => ({ email: word(`speaker-${place}-email`), name: word(`speaker-${place}-name`) }))
        .filter(({ email, name }) => email || name),
      tags: words('tag'),
      projects: words('project'),
      answers: readAnswers(form, 'answer-'),
      aboutMe: readAnswers(form, 'about-'),
      call: word('call'),
      accessCode: word('accessCode').trim(),
    },
    files: readFiles(form),
  }
}
/** A file that was chosen for a question. */
export interface TypedFile {
  about: 'proposal' | 'speaker'
  key: string
  file: File
}

function readFiles(form: FormData): TypedFile[] {
  return [...form].flatMap(([name, file]): TypedFile[] => {
    const [, prefix = '', key = ''] = /^file-(answer|about)-([a-z0-9-]+)$/.exec(name) ?? []
    if (!key || !(file instanceof File) || file.size === 0) return []
    return [{ about: prefix === 'about' ? 'speaker' : 'proposal', key, file }]
  })
}

export type TypedContent = ReturnType<typeof readProposalForm>['content']

/** The same of fields that a browser has kept. */
export function withTypedFields(fields: [name: string, value: string][]): TypedContent {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return readProposalForm(form).content
}

/** What was kept for a browser before it signed in: only that it is text of a bearable size. */
export const KeptContent = z.object({
  title: z.string(),
  abstract: z.string(),
  format: z.string().nullable(),
  track: z.string().nullable(),
  level: z.string().nullable(),
  language: z.string(),
  speakers: z.array(z.object({ email: z.string(), name: z.string() })),
  tags: z.array(z.string()).default([]),
  projects: z.array(z.string()).default([]),
  answers: KeptAnswers.default({}),
  aboutMe: KeptAnswers.default({}),
  call: z.string().default(''),
  accessCode: z.string().default(''),
})

export function fieldErrorsOf(error: z.ZodError): FieldError[] {
  return error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
}

/** The cookie of what was typed before a sign-in: of one event's form, or of one proposal. */
export function keptCookie(eventSlug: string, code: string | null): string {
  return `lectern-draft-${code?.toLowerCase() ?? eventSlug}`
}

interface Saved {
  code: string
  version: number
}

/** The text that somebody else saved first, to be read beside one's own. */
export interface Overtaken extends Saved {
  draft: ProposalDraft
  savedAt: Date | null
  savedBy: string | null
}

/** What the proposal form shows: the values that were typed, and what is to be said about them. */
export interface FormState {
  content: TypedContent
  /** Made with the form and sent back with every answer: what is sent twice, or goes on after a refusal, is one. */
  key: string
  version: number
  errors: FieldError[]
  problem: string | null
  /** Refused, but saved here as a draft. */
  saved: Saved | null
  current: Overtaken | null
}

/** How saving in the background went. */
export type SavedState =
  | ({ status: 'saved' } & Saved)
  | { status: 'overtaken'; current: Overtaken }
  | { status: 'invalid'; errors: FieldError[] }
  | { status: 'signed-out' }

/** A form before anything has been sent: empty, or with what there is. */
export function formOf(facts: { content?: Partial<TypedContent> | null; key?: string; version?: number }): FormState {
  const { key = '', version = 0 } = facts
  const content = { ...EMPTY_DRAFT, aboutMe: {}, call: '', accessCode: '', ...facts.content }
  return { content, key, version, errors: [], problem: null, saved: null, current: null }
}
