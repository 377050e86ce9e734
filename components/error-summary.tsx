'use client'
import { useEffect, useMemo, useRef } from 'react'
import styles from './error-summary.module.css'

/** `field` is the id of the control; without one the message is about the whole form. */
export type Problem = { field?: string | undefined; message: string }

/** What is wrong, by the name of its control; the empty name is the form's own. */
type Messages = Partial<Record<string, string>>

type Props = {
  /** "There is a problem": a sentence that blames nobody. */
  title: string
  /** In the order of the page. The answer's own object: another one is another answer, and takes the focus. */
  errors: Problem[] | Messages
  /** Stands before each name in the id of its control, where a form is on its page more than once. */
  prefix?: string
  /** Leave the focus where it is, where a summary is only shown as an example. */
  still?: boolean
}

/** Stands above a form and leads to each of the fields; when errors arrive the first of them takes the focus. */
export function ErrorSummary({ title, errors, prefix = '', still = false }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const problems = useMemo(() => (Array.isArray(errors) ? errors : problemsOf(errors, prefix)), [errors, prefix])

  useEffect(() => {
    if (problems.length > 0 && !still) (firstControl(problems) ?? box.current)?.focus()
  }, [problems, still])

  if (problems.length === 0) return null
  return (
    <div ref={box} className={styles.summary} role="alert" tabIndex={-1}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.list}>
        {problems.map(({ field, message }) => (
          <li key={`${field}-${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}

function problemsOf(errors: Messages, prefix: string): Problem[] {
  return Object.entries(errors).flatMap(([name, message]) =>
    message === undefined ? [] : [{ field: name && `${prefix}${name}`, message }],
  )
}

/** The control of the first error that has one; of a group its first control. */
function firstControl(errors: Problem[]): HTMLElement | null {
  const id = errors.find(({ field }) => field)?.field
  const found = id ? document.getElementById(id) : null
  return found instanceof HTMLFieldSetElement ? found.querySelector('input, select, textarea') : found
}
