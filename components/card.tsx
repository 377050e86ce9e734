import type { ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names'
import { WholeWords } from './whole-words'

type Props = {
  title: ReactNode
  href?: string
  /** The language that it leads to, where that is not the page's. */
  hrefLang?: string | undefined
  kicker?: ReactNode
  /** A quiet line under the title: date, place, people. */
  meta?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  heading?: 'h2' | 'h3' | 'h4'
  size?: 'small' | 'medium' | 'large'
}

/** A thing to go to, under a hairline. The title is the link and the whole card answers to it. */
export function Card({
  title,
  href,
  hrefLang,
  kicker,
  meta,
  children,
  footer,
  heading: Heading = 'h3',
  size = 'medium',
}: Props) {
  return (
    <article className={classNames(styles.card, styles[size])}>
      {kicker && <div className={styles.kicker}>{kicker}</div>}
      <Heading className={styles.title}>
        {href ? (
          <a href={href} hrefLang={hrefLang}>
            <WholeWords>{title}</WholeWords>
          </a>
        ) : (
          <WholeWords>{title}</WholeWords>
        )}
      </Heading>
      {meta && <div className={styles.meta}>{meta}</div>}
      {children && <div className={styles.body}>{children}</div>}
      {footer && <div className={styles.footer}>{footer}</div>}
    </article>
  )
}
