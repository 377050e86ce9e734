'use client'
import { useState, useSyncExternalStore } from 'react'
import { ComboboxList, type ComboboxWords } from './combobox-list'
import { describe, Field, type FieldProps } from './field'
import { NativeSelect, type Option } from './select'

type Props = FieldProps & {
  options: (Option & { hint?: string })[]
  defaultValue?: string
  empty: string
  words?: ComboboxWords
}

const english: ComboboxWords = { filter: 'Type to narrow down', none: 'Nothing fits. Try fewer letters.' }

/** One of many: a list that narrows as you type. Until the script is there it is an ordinary select. */
export function Combobox({ label, note, hint, error, className, words = english, ...props }: Props) {
  const { name, id = name, options, empty, defaultValue = '', required, disabled } = props
  const [value, setValue] = useState(defaultValue)
  const live = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const described = describe(id, { hint, error })
  return (
    <Field {...{ id, label, note, hint, error, className }}>
      {live ? (
        <ComboboxList {...{ id, name, options, empty, value, disabled, words }} {...described} onChange={setValue} />
      ) : (
        <NativeSelect {...{ id, name, options, empty, defaultValue, required, disabled }} {...described} />
      )}
    </Field>
  )
}
