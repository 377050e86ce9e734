import type { ReactNode } from 'react'
import { SectionHead } from '@/components/page-header'
import styles from './section.module.css'

type Props = { id: string; title: string; aside?: ReactNode; children: ReactNode }

/** A part of a page under its rule, with the air above it that the page's parts share. */
export function Section({ id, title, aside, children }: Props) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <SectionHead id={id} title={title} aside={aside} />
      {children}
    </section>
  )
}
