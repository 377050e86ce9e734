'use client'
import { useEffect, useRef } from 'react'
import styles from './error-summary.module.css'

/** `field` is the id of the control; without one the message is about the whole form. */
export type Problem = { field?: string | undefined; message: string }

type Props = {
  /** "There is a problem": a sentence that blames nobody. */
  title: string
  /** In the order of the page. */
  errors: Problem[]
  /** Leave the focus where it is, where a summary is only shown as an example. */
  still?: boolean
}

/** Stands above a form and leads to each of the fields; when errors arrive the first of them takes the focus. */
export function ErrorSummary({ title, errors, still = false }: Props) {
  const box = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (errors.length > 0 && !still) (firstControl(errors) ?? box.current)?.focus()
  }, [errors, still])

  if (errors.length === 0) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {errors.map(({ field, message }) => (
          <li key={`${field}-${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

/** Messages by the names of their controls; the empty name is the form's own. */
export function problemsOf(errors: Partial<Record<string, string>>): Problem[] {
  return Object.entries(errors).flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]))
}

/** The control of the first error that has one; of a group its first control. */
function firstControl(errors: Problem[]): HTMLElement | null {
  const id = errors.find(({ field }) => field)?.field
  const found = id ? document.getElementById(id) : null
  return found instanceof HTMLFieldSetElement ? found.querySelector('input, select, textarea') : found
}
