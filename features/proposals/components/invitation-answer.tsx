import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { SubmitButton } from '@/components/submit-button'

type Props = {
  action: (form: FormData) => Promise<void>
  kind: 'co_speaker' | 'handover'
  /** Why it could not be answered just now. */
  problem: string | null
  isSignedIn: boolean
}

/** Yes or no to an invitation. A look at it answers nothing. */
export function InvitationAnswer({ action, kind, problem, isSignedIn }: Props) {
  const yes = kind === 'handover' ? 'Take it over' : 'I will speak in it'
  return (
    <form action={action} className="stack">
      {problem && (
        <Callout tone="caution" role="status">
          {problem}
        </Callout>
      )}
      <div className="cluster">
        <SubmitButton name="answer" value="accepted" pendingLabel="Answering …">
          {isSignedIn ? yes : `Sign in: ${yes.charAt(0).toLowerCase()}${yes.slice(1)}`}
        </SubmitButton>
        <Button type="submit" name="answer" value="declined">
          {kind === 'handover' ? 'It is not mine' : 'I will not'}
        </Button>
      </div>
      <p className="small muted">
        {kind === 'handover'
          ? 'You become its first speaker, and whoever proposed it for you no longer is.'
          : 'Before a yes your name stands in no programme. After a no you are taken off the proposal.'}
      </p>
    </form>
  )
}
