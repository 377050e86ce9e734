'use client'
import { Command } from 'cmdk'
import { Check, ChevronsUpDown } from 'lucide-react'
import * as Popover from 'radix-ui/popover'
import { useEffect, useRef, useState } from 'react'
import { classNames } from './class-names'
import styles from './combobox.module.css'
import { matches, useActiveOption } from './command-option'
import field from './field.module.css'
import { Icon } from './icon'

export type ComboboxWords = { filter: string; none: string }

type Props = {
  id: string
  name: string
  options: { value: string; label: string; hint?: string; disabled?: boolean }[]
  empty: string
  value: string
  disabled?: boolean | undefined
  words: ComboboxWords
  onChange: (value: string) => void
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | undefined
}

/** The list of a combobox: a button that shows the choice, a filter and its options under it. */
export function ComboboxList({ id, name, options, empty, value, disabled, words, onChange, ...described }: Props) {
  const [open, setOpen] = useState(false)
  const input = useChangeEvents(value)
  const active = useActiveOption()
  const chosen = options.find((option) => option.value === value)
  const choose = (next: string) => {
    onChange(next)
    setOpen(false)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <input ref={input} type="hidden" name={name} value={value} />
      <Popover.Trigger
        id={id}
        type="button"
        className={classNames(field.control, styles.trigger)}
        disabled={disabled}
        data-empty={chosen ? undefined : ''}
        aria-labelledby={`${id}-label ${id}`}
        {...described}
      >
        <span>{chosen?.label ?? empty}</span>
        <Icon of={ChevronsUpDown} />
      </Popover.Trigger>
      <Popover.Content className={styles.popover} align="start" sideOffset={4} aria-label={words.filter}>
        <Command
          ref={active}
          loop
          defaultValue={value}
          label={words.filter}
          filter={(_, query, keywords) => matches(query, keywords)}
        >
          <Command.Input className={styles.filter} placeholder={words.filter} />
          <Command.List className={styles.list}>
            <Command.Empty className={styles.none}>{words.none}</Command.Empty>
            {[{ value: '', label: empty }, ...options].map((option) => (
              <ComboboxOption key={option.value} {...option} chosen={option.value === value} onChoose={choose} />
            ))}
          </Command.List>
        </Command>
      </Popover.Content>
    </Popover.Root>
  )
}

type OptionProps = Props['options'][number] & { chosen: boolean; onChoose: (value: string) => void }

function ComboboxOption({ value, label, hint, disabled, chosen, onChoose }: OptionProps) {
  return (
    <Command.Item
      className={styles.option}
      value={value || '-'}
      keywords={[label, hint ?? '']}
      disabled={disabled ?? false}
      onSelect={() => onChoose(value)}
    >
      <span className={styles.check}>{chosen && <Icon of={Check} />}</span>
      <span>{label}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
    </Command.Item>
  )
}

/** Tells the form that a hidden input has changed, for those who save as one types. */
function useChangeEvents(value: string) {
  const input = useRef<HTMLInputElement>(null)
  const last = useRef(value)
  useEffect(() => {
    if (last.current === value) return
    last.current = value
    input.current?.dispatchEvent(new Event('change', { bubbles: true }))
  }, [value])
  return input
}
