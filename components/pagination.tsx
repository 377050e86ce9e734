import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Icon } from './icon'
import styles from './pagination.module.css'

type Words = { label: string; previous: string; next: string; page: string }

const english: Words = { label: 'Pages', previous: 'Newer', next: 'Older', page: 'Page' }

type Props = {
  page: number
  pages: number
  hrefOf: (page: number) => string
  words?: Words
}

/** Where we are in a long list: the ends, the neighbours, and a gap for the rest. */
export function Pagination({ page, pages, hrefOf, words = english }: Props) {
  if (pages < 2) return null
  return (
    <nav aria-label={words.label} className={styles.pagination}>
      {page > 1 && (
        <a className={styles.step} rel="prev" href={hrefOf(page - 1)}>
          <Icon of={ChevronLeft} /> {words.previous}
        </a>
      )}
      <ol>
        {shownPages(page, pages).map((number, index) => (
          <li key={index}>
            {number === null ? (
              <span className={styles.gap}>…</span>
            ) : (
              <a
                href={hrefOf(number)}
                aria-label={`${words.page} ${number}`}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className={styles.step} rel="next" href={hrefOf(page + 1)}>
          {words.next} <Icon of={ChevronRight} />
        </a>
      )}
    </nav>
  )
}

/** `shownPages(6, 12)` is `[1, null, 5, 6, 7, null, 12]`; null is a gap of more than one page. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages)
  const shown: (number | null)[] = []
  for (const number of [...new Set(wanted)].sort((a, b) => a - b)) {
    const last = shown.at(-1)
    if (last && number - last === 2) shown.push(last + 1)
    else if (last && number - last > 2) shown.push(null)
    shown.push(number)
  }
  return shown
}
