import type { KeyFigure } from '../schema/front-matter'
import type { Words } from './drawing'
import { sourceOf } from './figure-table'
import styles from './figures-block.module.css'

type Props = { figures: KeyFigure[]; words: Words; locale: string }

/** The figures of a text; each leads to the sentence that states it. */
export function FiguresBlock({ figures, words, locale }: Props) {
  return (
    <ul className={styles.figures} aria-label={words('figuresLabel')}>
      {figures.map(({ value, unit, label, baseline, period, source, anchor }) => (
        <li key={anchor}>
          <a href={`#${anchor}`}>
            <span className={styles.number}>
              {new Intl.NumberFormat(locale).format(value)}
              {unit === '%' ? '%' : <span className={styles.unit}> {unit}</span>}
            </span>
            <span className={styles.label}>{label}</span>
          </a>
          <span className={styles.note}>
            {[baseline && words('from', { baseline }), period].filter(Boolean).join(locale === 'zh' ? '；' : '; ')}
            {source && <span className={styles.source}>{sourceOf(source, words('source'))}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
