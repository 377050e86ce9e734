import { getTranslations } from 'next-intl/server'
import type { Text } from '../queries/texts'
import { prepareDrawing } from './drawing'
import styles from './shared-text.module.css'
import { TextTree } from './tree'

/** Prose that exists in English alone: set where the page is English, linked to where it is not. */
export async function SharedText({ text, path, locale }: { text: Text; path: string; locale: string }) {
  if (locale === 'en') return <TextTree tree={text.tree} drawing={await prepareDrawing(text.tree, { locale })} />
  const t = await getTranslations({ locale, namespace: 'site' })
  return (
    <div className="prose">
      <p lang="en">{text.summary}</p>
      <p className={styles.more}>
        <a href={path} hrefLang="en">
          <span lang="en">{text.title}</span>（{t('inEnglish')}）
        </a>
      </p>
    </div>
  )
}
