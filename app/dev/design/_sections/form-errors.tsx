import { Button } from '@/components/button'
import { ErrorSummary } from '@/components/error-summary'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { SpecimenProps } from '../_specimen'

export function FormErrors({ theme }: SpecimenProps) {
  const [title, bio] = [`${theme}-error-title`, `${theme}-error-bio`]
  return (
    <form className="form-column">
      <ErrorSummary
        title="Two answers are missing"
        still
        errors={[
          { field: title, message: 'Give the talk a title' },
          { field: bio, message: 'Say a few words about yourself' },
        ]}
      />
      <TextField name={title} label="Title" error="Give the talk a title" />
      <TextArea name={bio} label="About you" rows={3} error="Say a few words about yourself" limit={500} />
      <div className="cluster">
        <Button variant="primary">Submit</Button>
        <span className="small muted">Draft saved at 14:32</span>
      </div>
    </form>
  )
}
