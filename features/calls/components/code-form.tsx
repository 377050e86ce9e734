import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'

/** The way in for whoever was sent an access code: it opens the form of a call that is closed. */
export function CodeForm({ kind }: { kind: string }) {
  return (
    <form method="get" className="stack">
      <input type="hidden" name="call" value={kind} />
      <TextField
        name="code"
        label="Access code"
        hint="If the committee has sent you one, it opens this call for you."
        autoComplete="off"
        spellCheck={false}
      />
      <div>
        <Button type="submit">Open the call</Button>
      </div>
    </form>
  )
}
