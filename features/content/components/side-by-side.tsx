import { Breadcrumb } from '@/components/breadcrumb'
import { PageHeader } from '@/components/page-header'
import { wordsFor } from '@/lib/i18n/words'
import type { SideBySide } from '../queries/translations'
import { withPrefix } from '../rules/prefix'
import { KeyFigures } from '../schema/front-matter'
import { prepareDrawing } from './drawing'
import styles from './side-by-side.module.css'
import { isFlagged, rowId } from './translation-note'
import { TextTree } from './tree'

/** The translation's places have names of their own, beside those of its original. */
const PREFIX = 'zh-'

type Props = { texts: SideBySide; locale: string; back: { href: string; label: string } }

/** A text and its translation, paragraph beside paragraph; on a phone one after the other. */
export async function SideBySideText({ texts, locale, back }: Props) {
  const { original, pairs, isStamped, fields } = texts
  const translation = { ...texts.translation, tree: withPrefix(texts.translation.tree, PREFIX) }
  const words = wordsFor(locale === 'zh' ? 'zh' : 'en', 'translation')
  const own = locale === 'en' ? original : translation
  const [first, second] = await Promise.all([
    prepareDrawing(original.tree, { locale: original.locale, figures: KeyFigures.parse(original.frontMatter) }),
    prepareDrawing(translation.tree, {
      locale: translation.locale,
      figures: KeyFigures.parse(translation.frontMatter).map((f) => ({ ...f, anchor: PREFIX + f.anchor })),
    }),
  ])
  const blockOf = (text: typeof original, at: number | null) => {
    const block = at === null ? undefined : text.tree[at]
    return block && <TextTree tree={[block]} drawing={text === original ? first : second} />
  }
  return (
    <article className="wrap">
      <PageHeader
        breadcrumb={<Breadcrumb label={words('back')} items={[back]} />}
        title={own.title}
        lede={own.summary}
        meta={isStamped ? undefined : <span>{words('unstamped')}</span>}
      />
      <div className={styles.head} aria-hidden>
        <span>{words(`language.${original.locale}`)}</span>
        <span>{words(`language.${translation.locale}`)}</span>
      </div>
      {fields.map((field) => (
        <div key={field} id={`head-${field}`} className={styles.row} data-state="changed">
          <div lang={original.locale}>{saidIn(original, field)}</div>
          <div lang={translation.locale}>
            {saidIn(translation, field)}
            <p className={styles.flag} lang={locale}>
              {words('fieldChanged', { field: words(`field.${field}`) })}
            </p>
          </div>
        </div>
      ))}
      {pairs.map((pair) => (
        <div key={rowId(pair)} id={rowId(pair)} className={styles.row} data-state={isStamped ? pair.state : undefined}>
          <div lang={original.locale}>{blockOf(original, pair.source)}</div>
          <div lang={translation.locale}>
            {blockOf(translation, pair.target)}
            {isStamped && (isFlagged(pair.state) || pair.state === 'new') && (
              <p className={styles.flag} lang={locale}>
                {words(pair.state)}
              </p>
            )}
          </div>
        </div>
      ))}
    </article>
  )
}

/** What is one piece of text there; what is more than that is told apart on the text's own page. */
function saidIn({ frontMatter }: { frontMatter: unknown }, field: string): string | null {
  const value =
    typeof frontMatter === 'object' && frontMatter !== null ? new Map(Object.entries(frontMatter)).get(field) : null
  return typeof value === 'string' ? value : null
}
