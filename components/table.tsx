import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { SelectAll } from './select-all'
import styles from './table.module.css'
import { ColumnHead, type Sort } from './table-head'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** The column that names the row: its header, and the title of its card on a phone. */
  heads?: boolean
  numeric?: boolean
  sort?: Sort
  /** CSS width; without it the column takes what it needs. */
  width?: string
}

type Props<Row> = {
  caption: string
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Shown instead of rows. */
  empty?: ReactNode
  /** A box before each row, named `name`, with the row's key as its value; put the table into a form. */
  select?: { name: string; allLabel: string; label: (row: Row) => string; selected?: string[] }
  /** Scrolls in its own frame instead of turning into cards on a narrow screen. */
  scroll?: boolean
}

/** Rows under a sticky head; cards below 640 px. Sorting is links, selecting is checkboxes: both work without a script. */
export function Table<Row>({ caption, captionHidden, columns, rows, rowKey, empty, select, scroll }: Props<Row>) {
  if (rows.length === 0 && empty) return empty
  const table = (
    <table className={classNames(styles.table, scroll ? styles.scrolls : styles.stacks)} {...role('table')}>
      <caption className={captionHidden ? 'visually-hidden' : styles.caption}>{caption}</caption>
      <thead {...role('rowgroup')}>
        <tr {...role('row')}>
          {select && (
            <th className={styles.box} scope="col" {...role('columnheader')}>
              <SelectAll name={select.name} label={select.allLabel} />
            </th>
          )}
          {columns.map((column) => (
            <ColumnHead {...column} key={column.key} />
          ))}
        </tr>
      </thead>
      <tbody {...role('rowgroup')}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...role('row')}>
            {select && (
              <td className={styles.box} {...role('cell')}>
                <input
                  type="checkbox"
                  name={select.name}
                  value={rowKey(row)}
                  aria-label={select.label(row)}
                  defaultChecked={select.selected?.includes(rowKey(row))}
                />
              </td>
            )}
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!scroll) return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const props = { className: column.numeric ? styles.numeric : undefined, 'data-label': column.label }
  if (column.heads)
    return (
      <th scope="row" {...props} {...role('rowheader')}>
        {column.cell(row)}
      </th>
    )
  return (
    <td {...props} {...role('cell')}>
      <div>{column.cell(row)}</div>
    </td>
  )
}

/** Browsers drop the meaning of a table whose parts are not laid out as one, as in cards: say it again. */
function role(role: string) {
  return { role }
}
