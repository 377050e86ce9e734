import { PageHeader } from '@/components/page-header'
import { prepareDrawing } from '@/features/content/components/drawing'
import { Reading } from '@/features/content/components/reading'
import { formatPlainDate } from '@/lib/time-words'
import type { PreviewText } from '../queries/text'

/** A text that is not out, drawn with the parts of the page that readers will have. */
export async function PreviewDocument({ text, kicker, note }: { text: PreviewText; kicker: string; note: string }) {
  const { locale, title, summary, tree, contents, figures, date, authors } = text
  const drawing = await prepareDrawing(tree, { locale, figures })
  const language = locale === 'zh' ? 'zh' : 'en'
  return (
    <article className="wrap" lang={language}>
      <Reading
        head={
          <PageHeader
            kicker={kicker}
            title={title}
            lede={summary}
            meta={
              <>
                {authors.map(({ slug, name }) => (
                  <span key={slug}>{name}</span>
                ))}
                {date && <time dateTime={date}>{formatPlainDate(date, language)}</time>}
                <span>{note}</span>
              </>
            }
          />
        }
        contents={contents}
        tree={tree}
        drawing={drawing}
      />
    </article>
  )
}
