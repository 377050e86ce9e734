import { pathOf, sentenceOf } from '@/features/changes/rules'
import { type Change, KINDS } from '@/features/changes/schema'
import { wordsFor } from '@/lib/i18n/words'
import { formatPlainDate } from '@/lib/time-words'
import { CONFIRM_HOURS, type Locale } from './schema'

interface Mail {
  subject: string
  text: string
}

interface Facts {
  locale: Locale
  /** What the foundation is called in this language. */
  siteName: string
}

export function confirmMail({ locale, siteName, url }: Facts & { url: string }): Mail {
  const words = wordsFor(locale, 'digest')
  return {
    subject: words('confirm.subject', { site: siteName }),
    text: `${words('confirm.before', { site: siteName })}\n\n${url}\n\n${words('confirm.after', { hours: CONFIRM_HOURS })}\n`,
  }
}

interface DigestFacts extends Facts {
  changes: Change[]
  /** The Monday of the week. */
  week: string
  appUrl: string
  unsubscribeUrl: string
}

/** A week in one mail, kind by kind; null where there is nothing to tell. */
export function digestMail({ locale, siteName, changes, week, appUrl, unsubscribeUrl }: DigestFacts): Mail | null {
  const [first] = changes
  if (!first) return null
  const [words, told] = [wordsFor(locale, 'digest'), wordsFor(locale, 'changes')]
  const parts = KINDS.flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind)
    if (some.length === 0) return []
    const title = told(`kind.${kind}`)
    const lines = some.map((change) => entryOf(change, { locale, appUrl }))
    return [`${title}\n${'='.repeat(widthOf(title))}\n\n${lines.join('\n\n')}`]
  })
  const log = appUrl + (locale === 'en' ? '/changes' : `/${locale}/changes`)
  return {
    subject: words('subject', { site: siteName, first: sentenceOf(first, told), more: changes.length - 1 }),
    text: [
      words('intro', { site: siteName, day: formatPlainDate(week, locale) }),
      ...parts,
      `${words('all')}\n${log}`,
      `-- \n${words('end', { site: siteName })}\n${unsubscribeUrl}\n`,
    ].join('\n\n'),
  }
}

function entryOf(change: Change, { locale, appUrl }: { locale: Locale; appUrl: string }): string {
  const sentence = sentenceOf(change, wordsFor(locale, 'changes'))
  const note = change.kind === 'correction' ? [change.text] : []
  return [sentence, ...note, formatPlainDate(change.at.slice(0, 10), locale), appUrl + pathOf(change, locale)].join(
    '\n',
  )
}

/** Columns of a terminal: a Chinese sign takes two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
}
