import { Check } from 'lucide-react'
import { Icon } from './icon'
import styles from './steps.module.css'

export type Step = { label: string; href?: string; note?: string }

type Props = { steps: Step[]; current: number; label: string; doneLabel?: string }

/** The parts of a task, in order: done, here, to come. */
export function Steps({ steps, current, label, doneLabel = 'done' }: Props) {
  return (
    <nav aria-label={label}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li
            key={step.label}
            className={styles.step}
            data-place={index < current ? 'done' : index === current ? 'here' : 'ahead'}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={styles.mark} aria-hidden>
              {index < current ? <Icon of={Check} size={14} /> : index + 1}
            </span>
            <span className={styles.label}>
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              {index < current && <span className="visually-hidden"> ({doneLabel})</span>}
              {step.note && <span className={styles.note}>{step.note}</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
