import { Checkbox, CheckboxGroup } from '@/components/checkbox'
import { DateTimeField } from '@/components/date-time-field'
import { FileField } from '@/components/file-field'
import { RadioGroup } from '@/components/radio-group'
import { Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { FILE_PREFIX } from '../rules/form'
import { type AnswerValue, type Question, YES } from '../schema/question'
import { TextCounter } from './text-counter'

/** A file that answers a question already. */
export interface FileFacts {
  id: string
  name: string
  bytes: number
}

interface Props {
  question: Question
  /** The name of its control; its id as well. */
  name: string
  value: AnswerValue | undefined
  error: string | undefined
  isRequired: boolean
  isFrozen: boolean
  file?: FileFacts | undefined
  /** Nobody is signed in whose file it would be. */
  withoutFiles?: boolean
}

/** So many choices are still shown at once; more become a list. */
const AT_ONCE = 6

/** One question, as its kind is asked. What is frozen is shown, and sent as it was. */
export function QuestionField(props: Props) {
  const { question, name, value, isFrozen } = props
  const { limit, limitUnit } = question
  return (
    <>
      <Control {...props} />
      {limit !== null && !isFrozen && <TextCounter of={name} limit={limit} unit={limitUnit} />}
      {isFrozen && valuesOf(value).map((each) => <input key={each} type="hidden" name={name} value={each} />)}
    </>
  )
}

const valuesOf = (value: AnswerValue | undefined) => [value ?? []].flat()

function Control({ question, name, value, error, isRequired, isFrozen, file, withoutFiles = false }: Props) {
  const { kind, label, help, options, min, max } = question
  const [first = ''] = valuesOf(value)
  const note = isFrozen ? 'can no longer be changed' : isRequired ? undefined : 'optional'
  const field = { name, label, note, hint: help || undefined, error, disabled: isFrozen }
  switch (kind) {
    case 'text':
      return <TextField {...field} defaultValue={first} autoComplete="off" />
    case 'prose':
      return <TextArea {...field} rows={5} defaultValue={first} />
    case 'number': {
      const hint = rangeWords(help, min, max)
      return <TextField {...field} hint={hint} inputMode="decimal" defaultValue={first} autoComplete="off" />
    }
    case 'url':
      return <TextField {...field} type="url" placeholder="https://" defaultValue={first} autoComplete="off" />
    case 'date':
      return <DateTimeField {...field} kind="date" zone="" defaultValue={first} />
    case 'choice':
      if (options.length > AT_ONCE) return <Select {...field} empty="Choose" options={options} defaultValue={first} />
      return <RadioGroup {...field} options={options} defaultValue={first} />
    case 'choices':
      return <CheckboxGroup {...field} options={options} defaultValue={valuesOf(value)} />
    case 'consent':
      return <Checkbox {...field} value={YES} defaultChecked={first === YES} />
    case 'file':
      return (
        <>
          {!isFrozen && <input type="hidden" name={name} value={first} />}
          <FileField
            {...field}
            id={name}
            name={FILE_PREFIX + name}
            hint={withoutFiles ? 'You can add it once you have signed in.' : fileWords(help)}
            disabled={isFrozen || withoutFiles}
            {...(file
              ? { current: { name: file.name, href: `/files/answers/${file.id}`, size: weight(file.bytes) } }
              : {})}
          />
        </>
      )
  }
}

function rangeWords(help: string, min: number | null, max: number | null): string | undefined {
  const range =
    min !== null && max !== null
      ? `From ${min} to ${max}.`
      : min !== null
        ? `At least ${min}.`
        : max !== null
          ? `At most ${max}.`
          : ''
  return [help, range].filter(Boolean).join(' ') || undefined
}

const fileWords = (help: string) =>
  [help, 'PDF, PPTX, ODP, JPEG, PNG, WebP or AVIF, at most 5 MB.'].filter(Boolean).join(' ')

const weight = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en')} KB`
