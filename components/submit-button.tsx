'use client'
import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'

type Props = Omit<ComponentProps<typeof Button>, 'type' | 'pending'> & { pendingLabel?: string }

/** The button of a form: says that the form is on its way. */
export function SubmitButton({ variant = 'primary', pendingLabel, children, ...props }: Props) {
  const { pending } = useFormStatus()
  return (
    <Button type="submit" variant={variant} pending={pending} {...props}>
      {pending && pendingLabel ? pendingLabel : children}
    </Button>
  )
}
