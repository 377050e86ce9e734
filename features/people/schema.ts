import { z } from 'zod'
import { COUNTRY_CODES } from '@/lib/countries'
import { languageCode } from '@/lib/languages'
import { oneLine } from '@/lib/text'
import { AUDIENCES } from './schema/fields'
import { handleOf, LINK_NAMES, type LinkKind } from './schema/handles'

const line = (most: number) =>
  z
    .string()
    .transform(oneLine)
    .pipe(z.string().max(most, `Keep it under ${most} characters`))
const separators = /\s*[,;、，；\n]\s*/

/** Words between commas, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.split(separators).map((word) => word.trim().replace(/\s+/g, ' ')))].filter(Boolean)
}

const list = (most: number) =>
  z
    .string()
    .transform(wordsOf)
    .pipe(z.array(z.string().max(60, 'Keep each under 60 characters')).max(most, `Name at most ${most}`))

const Languages = list(12).transform((words, context) => {
  const codes = words.map((word) => languageCode(word))
  const unknown = words.filter((_, index) => codes[index] === null)
  if (unknown.length > 0) context.addIssue(`Not known as a language: ${unknown.join(', ')}. Write it as “French”`)
  return [...new Set(codes.filter((code) => code !== null))]
})

const link = (kind: LinkKind) =>
  z
    .string()
    .trim()
    .transform((text, context) => {
      const handle = text === '' ? '' : handleOf(kind, text)
      if (handle === null) context.addIssue(`Enter your ${LINK_NAMES[kind]} address or handle`)
      return handle ?? ''
    })

/** What somebody says of themselves, as their form sends it. */
export const Profile = z.object({
  name: line(120).pipe(z.string().min(1, 'Enter your name')),
  affiliation: line(120),
  bio: z.string().trim().max(2_000, 'Keep it under 2000 characters'),
  pronouns: line(40),
  country: z.string().refine((code) => code === '' || COUNTRY_CODES.includes(code), 'Choose a country of the list'),
  city: line(80),
  languages: Languages,
  expertise: list(12),
  /** As they were typed: which projects are meant is found out where the projects are known. */
  projects: list(20),
  availableToSpeak: z.string().transform((value) => value === 'on'),
  website: link('website'),
  github: link('github'),
  linkedin: link('linkedin'),
  mastodon: link('mastodon'),
  bluesky: link('bluesky'),
  twitter: link('twitter'),
  youtube: link('youtube'),
  /** The version that the form was filled from. */
  version: z.coerce.number().int().min(0).max(2_147_483_647),
})
export type Profile = z.infer<typeof Profile>

export const Audience = z.enum(AUDIENCES).catch('nobody')
