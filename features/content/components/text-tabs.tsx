import type { ReactNode } from 'react'
import type { Block, Tree } from '../schema/tree'
import type { Drawing } from './drawing'
import styles from './text-tabs.module.css'

type Props = {
  tabs: Extract<Block, { is: 'tabs' }>
  drawing: Drawing
  draw: (tree: Tree) => ReactNode
}

/** Parts of which a reader wants one: below each other under their headings, until islands/tab-set.ts makes tabs of them. */
export function TextTabs({ tabs: { level, tabs }, drawing, draw }: Props) {
  const Heading = `h${level}` as const
  return (
    <tab-set class={styles.tabs} label={drawing.parts('tabs')}>
      {tabs.map(({ id, label, of }) => (
        <section key={id} id={id}>
          <Heading>{label}</Heading>
          {draw(of)}
        </section>
      ))}
    </tab-set>
  )
}
