import { getTranslations } from 'next-intl/server'
import { env } from '@/lib/env'
import { localized } from '../schema/kinds'
import styles from './share-links.module.css'

type Props = { title: string; path: string; locale: string }

/** Ways to pass a page on. Nobody else hears of it: a mail of the reader's own, and what their system offers. */
export async function ShareLinks({ title, path, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'article.share' })
  const address = env().appUrl + localized(path, locale)
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`
  return (
    <share-page class={styles.share} role="group" aria-label={t('label')}>
      <a href={mail}>{t('mail')}</a>
    </share-page>
  )
}
