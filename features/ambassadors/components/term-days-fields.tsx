import { TextField } from '@/components/text-field'

type Props = { values: Record<string, string>; errors: Record<string, string> }

/** The two days of a term, side by side where there is room. */
export function TermDaysFields({ values, errors }: Props) {
  return (
    <>
      <TextField
        type="date"
        name="startsOn"
        label="First day"
        defaultValue={values.startsOn}
        error={errors.startsOn}
        required
      />
      <TextField
        type="date"
        name="endsOn"
        label="Last day"
        hint="They are an ambassador on this day too."
        defaultValue={values.endsOn}
        error={errors.endsOn}
        required
      />
    </>
  )
}
