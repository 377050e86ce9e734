import { localized } from '@/lib/i18n/addresses'
import type { Words } from '@/lib/i18n/words'
import { type Change, KINDS, type Kind } from './schema'

/** What happened, in one sentence without its full stop. */
export function sentenceOf(change: Change, words: Words): string {
  switch (change.kind) {
    case 'level': {
      const { project, level, from } = change
      return words(from === null ? 'level.entered' : 'level.moved', { name: project.name, level })
    }
    case 'ambassador':
      return words(change.again ? 'ambassador.again' : 'ambassador.named', { name: change.person.name })
    case 'call':
      return words('call.opened', { name: change.event.name })
    case 'schedule': {
      const { number, name } = change
      return words(number === 1 ? 'schedule.first' : 'schedule.again', { name: change.event.name, release: name })
    }
    case 'correction':
      return words('correction.corrected', { title: change.article.title })
  }
}

/** Where more is to be read, for a reader of this language. */
export function pathOf(change: Change, locale: string): string {
  switch (change.kind) {
    case 'level':
      return localized(`/projects/${change.project.slug}`, locale)
    case 'ambassador':
      return localized(`/people/${change.person.slug}`, locale)
    case 'call':
      return localized(`/events/${change.event.slug}/cfp`, locale)
    case 'schedule':
      return localized(`/events/${change.event.slug}/schedule`, locale)
    case 'correction':
      return localized(`/blog/${change.article.slug}`, change.article.locale)
  }
}

/** The kind that an address asks for; null for all. */
export function kindNamed(value: string | string[] | undefined): Kind | null {
  return KINDS.find((kind) => kind === value) ?? null
}
