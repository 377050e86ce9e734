import { type Choice, type ChoiceLayout, ChoiceLine } from './choice'
import styles from './choice.module.css'
import { describe, FieldError, FieldGroup, type FieldProps } from './field'

type Props = Omit<FieldProps, 'note'> & { value?: string; defaultChecked?: boolean }

/** Yes or no, with its words beside it. */
export function Checkbox({ name, id = name, label, hint, error, value = 'on', className, ...input }: Props) {
  return (
    <div className={className ?? styles.field} data-invalid={error ? '' : undefined}>
      <ChoiceLine type="checkbox" {...{ id, name, value, label, hint }} {...input} {...describe(id, { error })} />
      <FieldError id={id} error={error} />
    </div>
  )
}

type GroupProps = FieldProps & { options: Choice[]; defaultValue?: string[]; layout?: ChoiceLayout }

/** Any of a few, all under one name. */
export function CheckboxGroup({ options, defaultValue = [], layout = 'list', name, disabled, ...field }: GroupProps) {
  const id = field.id ?? name
  return (
    <FieldGroup {...field} id={`${id}-group`}>
      <div className={styles[layout]}>
        {options.map((option, index) => (
          <ChoiceLine
            key={option.value}
            {...option}
            type="checkbox"
            name={name}
            id={index === 0 ? id : `${id}-${option.value}`}
            disabled={disabled ?? option.disabled ?? false}
            defaultChecked={defaultValue.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
