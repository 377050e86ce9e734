import type { ReactNode } from 'react'
import styles from './figure.module.css'

export type PlotTable = { columns: string[]; rows: (string | number)[][] }

type PlotProps = {
  /** What the plot shows, as a sentence: it is also the plot's name for those who do not see it. */
  title: string
  children: ReactNode
  table: PlotTable
  note?: ReactNode
  tableLabel?: string
  /** The table stands open beside the plot, or under it where that is narrow. */
  isTableOpen?: boolean
}

/** A plot, and the same numbers as a table. The drawing inside is hidden from screen readers: the table speaks. */
export function PlotFrame({ title, children, table, note, tableLabel, isTableOpen = false }: PlotProps) {
  return (
    <figure className={styles.plot}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div className={isTableOpen ? styles.pair : styles.alone}>
        <div className={styles.drawing} aria-hidden>
          {children}
        </div>
        {isTableOpen && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too.
          <section className={styles.open} tabIndex={0} aria-label={`Numbers: ${title}`}>
            <PlotNumbers caption={title} {...table} />
          </section>
        )}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {!isTableOpen && (
        <details className={styles.details} data-screen-only="">
          <summary>{tableLabel ?? 'The same numbers as a table'}</summary>
          <PlotNumbers caption={title} {...table} />
        </details>
      )}
    </figure>
  )
}

function PlotNumbers({ caption, columns, rows }: PlotTable & { caption: string }) {
  return (
    <table className={styles.numbers}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([head, ...cells]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
