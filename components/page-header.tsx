import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './page-header.module.css'
import { WholeWords } from './whole-words'

type Props = {
  title: ReactNode
  breadcrumb?: ReactNode
  kicker?: ReactNode
  lede?: ReactNode
  meta?: ReactNode
  actions?: ReactNode
  /** `display` opens a page that is read, `plain` heads a page that is used. */
  look?: 'display' | 'plain'
}

/** The head of a page: what it is, in one line, and what can be done about it. */
export function PageHeader({ title, breadcrumb, kicker, lede, meta, actions, look = 'display' }: Props) {
  return (
    <header className={classNames(styles.header, styles[look])}>
      {breadcrumb}
      <div className={styles.row}>
        <div className={styles.words}>
          {kicker && <p className="kicker">{kicker}</p>}
          <h1 className={styles.title}>
            <WholeWords>{title}</WholeWords>
          </h1>
          {lede && <p className={styles.lede}>{lede}</p>}
          {meta && <div className={styles.meta}>{meta}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </header>
  )
}

/** The head of a part of a page, under a rule. */
export function SectionHead({ id, title, aside }: { id?: string; title: ReactNode; aside?: ReactNode }) {
  return (
    <div className={styles.section}>
      <h2 id={id}>{title}</h2>
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
  )
}
