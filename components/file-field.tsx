import { Paperclip } from 'lucide-react'
import { describe, Field, type FieldProps } from './field'
import own from './file-field.module.css'
import { Icon } from './icon'

type Props = FieldProps & {
  accept?: string
  multiple?: boolean
  /** The file that is there already. */
  current?: { name: string; href: string; size?: string }
}

export function FileField({ label, note, hint, error, className, current, ...input }: Props) {
  const id = input.id ?? input.name
  return (
    <Field {...{ id, label, note, hint, error, className }}>
      {current && (
        <p className={own.current}>
          <Icon of={Paperclip} /> <a href={current.href}>{current.name}</a>
          {current.size && <span className="muted">{current.size}</span>}
        </p>
      )}
      <input type="file" className={own.file} {...input} id={id} {...describe(id, { hint, error })} />
    </Field>
  )
}
