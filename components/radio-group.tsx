import { type Choice, type ChoiceLayout, ChoiceLine } from './choice'
import styles from './choice.module.css'
import { FieldGroup, type FieldProps } from './field'

type Props = FieldProps & { options: Choice[]; defaultValue?: string | undefined; layout?: ChoiceLayout }

/** One of a few, all in sight. The first choice carries the group's id, so that an error summary lands on it. */
export function RadioGroup({ options, defaultValue, layout = 'list', name, required, disabled, ...field }: Props) {
  const id = field.id ?? name
  return (
    <FieldGroup {...field} id={`${id}-group`}>
      <div className={styles[layout]}>
        {options.map((option, index) => (
          <ChoiceLine
            key={option.value}
            {...option}
            type="radio"
            name={name}
            id={index === 0 ? id : `${id}-${option.value}`}
            required={required ?? false}
            disabled={disabled ?? option.disabled ?? false}
            defaultChecked={option.value === defaultValue}
          />
        ))}
      </div>
    </FieldGroup>
  )
}
