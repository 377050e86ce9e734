import { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/addresses'

const FEEDS = [
  { file: 'feed.xml', name: 'RSS' },
  { file: 'atom.xml', name: 'Atom' },
  { file: 'feed.json', name: 'JSON Feed' },
]

/** The ways to hear of changes without coming here. */
export async function ChangeFeeds({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'changes' })
  return (
    <span className="cluster" style={{ '--gap': 'var(--space-1) var(--space-4)' }}>
      <a href={locale === 'en' ? '/subscribe' : `/subscribe?locale=${locale}`}>{t('digest')}</a>
      {FEEDS.map(({ file, name }) => (
        <a key={file} href={localized(`/changes/${file}`, locale)}>
          {name}
        </a>
      ))}
    </span>
  )
}
