import { ChevronDown } from 'lucide-react'
import { describe, Field, type FieldProps } from './field'
import styles from './field.module.css'
import { Icon } from './icon'
import own from './select.module.css'

export type Option = { value: string; label: string; disabled?: boolean }
export type OptionGroup = { label: string; options: Option[] }

type Props = FieldProps & {
  options: (Option | OptionGroup)[]
  defaultValue?: string | undefined
  /** The words of the empty choice; without them there is none. */
  empty?: string
}

export function Select({ label, note, hint, error, className, ...select }: Props) {
  const id = select.id ?? select.name
  return (
    <Field {...{ id, label, note, hint, error, className }}>
      <NativeSelect {...select} id={id} {...describe(id, { hint, error })} />
    </Field>
  )
}

type NativeProps = Omit<Props, keyof FieldProps> &
  Pick<FieldProps, 'name' | 'required' | 'disabled'> & {
    id: string
    'aria-label'?: string
    'aria-describedby'?: string | undefined
    'aria-invalid'?: boolean | undefined
  }

/** The bare control, for toolbars and for a combobox that has no script yet. */
export function NativeSelect({ options, empty, defaultValue, ...select }: NativeProps) {
  return (
    <span className={own.select}>
      {/* A new key with a new value: React does not move the choice of a select that it has rendered. */}
      <select className={styles.control} key={defaultValue} defaultValue={defaultValue} {...select}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(renderOption)}
            </optgroup>
          ) : (
            renderOption(option)
          ),
        )}
      </select>
      <Icon of={ChevronDown} />
    </span>
  )
}

function renderOption({ value, label, disabled }: Option) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
