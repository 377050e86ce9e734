type Props = { status: string; savedAt: Date | null }

const WORDS: Record<string, string> = {
  saving: 'Saving …',
  kept: 'Kept in this browser.',
  offline: 'Not saved on the server: there is no connection. Kept in this browser; we keep trying.',
  'signed-out': 'You have been signed out. What you type is kept in this browser until you are back.',
  locked: 'Not saved: the text has been handed in meanwhile. Kept in this browser.',
  invalid: 'Not saved on the server yet: see what is marked. Kept in this browser.',
}

/** Says where what was typed has got to. */
export function SaveStatus({ status, savedAt }: Props) {
  const time = savedAt?.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const words = status === 'saved' && time ? `Draft saved at ${time}.` : (WORDS[status] ?? '')
  return (
    <p className="small muted" role="status">
      {words}
    </p>
  )
}
