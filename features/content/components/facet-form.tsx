import { Button } from '@/components/button'
import { type Option, Select } from '@/components/select'
import styles from './facet-form.module.css'

export interface FacetField {
  name: string
  label: string
  options: (Option & { count?: number })[]
  chosen: string | undefined
  /** The words for no choice; without them there is always one. */
  empty?: string
}

interface Props {
  label: string
  action: string
  fields: FacetField[]
  submit: string
  /** Shown where something is chosen: leads back to everything. */
  reset: string | null
}

/** Filters as an ordinary form whose answer is an address; each choice says how many it would leave. */
export function FacetForm({ label, action, fields, submit, reset }: Props) {
  return (
    <search aria-label={label} data-screen-only="">
      <form action={action} className={styles.form}>
        {fields.map(({ name, label, options, chosen, empty }) => (
          <Select
            key={name}
            name={name}
            label={label}
            {...(empty === undefined ? {} : { empty })}
            options={options.map(({ count, ...option }) => ({
              ...option,
              label: count === undefined ? option.label : `${option.label} (${count})`,
            }))}
            defaultValue={chosen ?? ''}
          />
        ))}
        <div className={styles.actions}>
          <Button type="submit">{submit}</Button>
          {reset && <a href={action}>{reset}</a>}
        </div>
      </form>
    </search>
  )
}

/** The options of one filter, by name; what is chosen stays among them though it leaves nothing. */
export function optionsOf(
  counts: Map<string, number>,
  nameOf: (value: string) => string,
  { chosen, locale }: { chosen: string | undefined; locale: string },
): FacetField['options'] {
  const { compare } = new Intl.Collator(locale)
  const values = new Set([...counts.keys(), ...(chosen === undefined ? [] : [chosen])])
  return [...values]
    .map((value) => ({ value, label: nameOf(value), count: counts.get(value) ?? 0 }))
    .sort((a, b) => compare(a.label, b.label))
}
