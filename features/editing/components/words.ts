import type { Tone } from '@/components/badge'
import type { Kind } from '@/features/content/schema/kinds'
import type { Finding, Rule, TextState } from '../schema'

export const STATE_WORDS: Record<TextState, [tone: Tone, label: string]> = {
  published: ['positive', 'Published'],
  scheduled: ['accent', 'Scheduled'],
  draft: ['neutral', 'Draft'],
  unlisted: ['caution', 'Unlisted'],
}

export const KIND_WORDS: Record<Kind, string> = {
  article: 'Article',
  'case-study': 'Case study',
  project: 'Project',
  organization: 'Organisation',
  page: 'Page',
}

export const RULE_WORDS: Record<'broken' | Rule, string> = {
  broken: 'Broken for readers',
  link: 'Links',
  alt: 'Words of pictures',
  name: 'Names',
  date: 'Dates',
  title: 'Length of the title',
  summary: 'Length of the summary',
  translation: 'Translation missing or behind',
}

export const WEIGHT_WORDS: Record<Finding['weight'], [tone: Tone, label: string]> = {
  broken: ['negative', 'Broken'],
  check: ['caution', 'Check'],
  note: ['neutral', 'Note'],
}

export const LANGUAGE_WORDS: Record<string, string> = { en: 'English', zh: '中文' }
