import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import { Icon } from './icon'
import styles from './table.module.css'

/** Where a press on the head leads, and how the rows are sorted by it now. */
export type Sort = { href: string; direction: 'ascending' | 'descending' | null }

type Props = { label: string; numeric?: boolean; sort?: Sort; width?: string }

export function ColumnHead({ label, numeric, sort, width }: Props) {
  return (
    <th
      scope="col"
      // biome-ignore lint/a11y/noRedundantRoles: cards take the meaning away, see table.tsx
      role="columnheader"
      className={numeric ? styles.numeric : undefined}
      style={width ? { inlineSize: width } : undefined}
      aria-sort={sort?.direction ?? undefined}
    >
      {sort ? (
        <a href={sort.href} className={styles.sort}>
          {!numeric && label}
          <Icon of={arrowOf(sort.direction)} size={14} />
          {numeric && label}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function arrowOf(direction: Sort['direction']) {
  if (direction === null) return ChevronsUpDown
  return direction === 'ascending' ? ArrowUp : ArrowDown
}
