import { Checkbox } from '@/components/checkbox'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import { TextField } from '@/components/text-field'
import { saveAnswerPolicy } from '../actions/answers'
import { type AnswerPolicy, PROMOTIONS, type Promotion } from '../schema/policy'

const RULES: Record<Promotion, string> = {
  by_hand: 'By hand',
  same_track_and_format: 'The next of the same track and format',
  same_format: 'The next of the same format, the same track first',
  any: 'The next of all, the same track and format first',
}

/** How this event asks for answers. */
export function PolicyForm({ slug, policy }: { slug: string; policy: AnswerPolicy }) {
  return (
    <form action={saveAnswerPolicy.bind(null, slug)} className="form-column">
      <input type="hidden" name="version" value={policy.version} />
      <TextField
        type="number"
        name="days"
        label="Days to answer"
        min={1}
        max={365}
        defaultValue={policy.days}
        required
      />
      <TextField
        type="date"
        name="until"
        label="Or one date for all"
        note="optional"
        hint="Counts until it has come; after that the days count again."
        defaultValue={policy.until ?? ''}
      />
      <TextField
        name="reminderDays"
        label="Remind so many days before"
        hint="At most five numbers with commas between. Reminders are drafts in the mail of this event."
        defaultValue={policy.reminderDays.join(', ')}
      />
      <Checkbox
        name="silenceDeclines"
        label="Take silence for a no by itself"
        hint="Otherwise whoever is silent stands above, and you decide."
        defaultChecked={policy.silenceDeclines}
      />
      <Select
        name="promotion"
        label="Who gets a place that becomes free"
        options={PROMOTIONS.map((value) => ({ value, label: RULES[value] }))}
        defaultValue={policy.promotion}
      />
      <div>
        <SubmitButton pendingLabel="Saving …">Save</SubmitButton>
      </div>
    </form>
  )
}
