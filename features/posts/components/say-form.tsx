import { SubmitButton } from '@/components/submit-button'
import { TextArea } from '@/components/text-area'
import { LIMITS } from '../schema'

interface Props {
  action: (form: FormData) => Promise<void>
  label: string
  button: string
  pending: string
  id: string
  hint?: string
  variant?: 'primary' | 'secondary' | 'danger'
}

/** Words to the other side, with what they come along with. */
export function SayForm({ action, label, button, pending, id, hint, variant = 'secondary' }: Props) {
  return (
    <form action={action} className="stack">
      <TextArea name="text" id={id} label={label} hint={hint} rows={3} limit={LIMITS.comment} />
      <div>
        <SubmitButton variant={variant} pendingLabel={pending}>
          {button}
        </SubmitButton>
      </div>
    </form>
  )
}
