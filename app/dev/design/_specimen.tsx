import type { ComponentType } from 'react'
import { SectionHead } from '@/components/page-header'
import styles from './specimen.module.css'

/** `theme` keeps the ids of the two copies apart. */
export type SpecimenProps = { theme: 'light' | 'dark' }

export function Specimen({ title, of: Content }: { title: string; of: ComponentType<SpecimenProps> }) {
  return (
    <section className={styles.specimen}>
      <SectionHead title={title} />
      <div className={styles.pair}>
        {(['light', 'dark'] as const).map((theme) => (
          <div key={theme} className={styles.side} data-theme={theme}>
            <Content theme={theme} />
          </div>
        ))}
      </div>
    </section>
  )
}
