'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/submit-button'
import type { EditState } from '../actions'
import { Kept } from './kept'

type Props = {
  action: (state: EditState | null, form: FormData) => Promise<EditState>
  kept: Record<string, string>
}

export function RemoveForm({ action, kept }: Props) {
  const [state, send] = useActionState(action, null)
  return (
    <form action={send}>
      <Kept values={kept} />
      <SubmitButton variant="danger" size="small">
        Remove
      </SubmitButton>
      {state && <p role="alert">{state.message}</p>}
    </form>
  )
}
