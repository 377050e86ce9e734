import { FieldGroup } from '@/components/field'
import type { CriterionFacts } from '../schema'
import styles from './score-scale.module.css'

type Props = { criterion: CriterionFacts; score: number | undefined; error: string | undefined }

/** One criterion as a row of numbers, low to high. */
export function ScoreScale({ criterion: { slug, name, help, min, max }, score, error }: Props) {
  const field = `score-${slug}`
  const values = Array.from({ length: max - min + 1 }, (_, index) => min + index)
  return (
    <FieldGroup id={`${field}-group`} label={name} hint={help || undefined} error={error}>
      <div className={styles.scale} data-criterion={slug}>
        {values.map((value, index) => (
          <label key={value} className={styles.step}>
            <input
              type="radio"
              name={field}
              id={index === 0 ? field : `${field}-${value}`}
              value={value}
              defaultChecked={value === score}
            />
            <span>{value}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
