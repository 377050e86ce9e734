import { Badge } from '@/components/badge'
import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { Table } from '@/components/table'
import { formatMoment } from '@/lib/time-words'
import { conditionWords, type Names } from '../rules/form'
import type { Question } from '../schema/question'
import { ABOUT_WORDS, AUDIENCE_WORDS, KIND_WORDS } from './builder-words'

interface Props {
  questions: Question[]
  version: number
  timeZone: string
  base: string
  /** What the values of formats, tracks and levels are called, by the name of the fact. */
  names: Names
  move: (form: FormData) => Promise<void>
  remove: (form: FormData) => Promise<void>
}

/** The questions of an event in their order, each with what can be done to it. */
export function QuestionList({ questions, version, timeZone, base, names, move, remove }: Props) {
  const identity = ({ key }: Question) => (
    <>
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <Table
      caption="Questions of this event"
      captionHidden
      rows={questions}
      rowKey={({ key }) => key}
      empty={
        <EmptyState title="Nothing is asked yet">Beside title, abstract and format. Add a question below.</EmptyState>
      }
      columns={[
        {
          key: 'label',
          label: 'Question',
          heads: true,
          cell: (question) => <a href={`${base}?edit=${question.key}#question`}>{question.label}</a>,
        },
        { key: 'kind', label: 'Answer', cell: ({ kind }) => KIND_WORDS[kind] },
        { key: 'about', label: 'Who answers', cell: ({ about }) => ABOUT_WORDS[about] },
        { key: 'audience', label: 'Who reads it', cell: ({ audience }) => AUDIENCE_WORDS[audience] },
        {
          key: 'when',
          label: 'When',
          cell: (question) => <When question={question} {...{ questions, timeZone, names }} />,
        },
        {
          key: 'change',
          label: 'Change',
          cell: (question) => (
            <div className="cluster" style={{ '--gap': '0', flexWrap: 'nowrap' }}>
              <form action={move} className="cluster" style={{ flexWrap: 'nowrap' }}>
                {identity(question)}
                <Button
                  type="submit"
                  name="by"
                  value="up"
                  size="small"
                  variant="quiet"
                  aria-label={`Move “${question.label}” up`}
                >
                  Up
                </Button>
                <Button
                  type="submit"
                  name="by"
                  value="down"
                  size="small"
                  variant="quiet"
                  aria-label={`Move “${question.label}” down`}
                >
                  Down
                </Button>
              </form>
              <form action={remove}>
                {identity(question)}
                <Button type="submit" size="small" variant="quiet" aria-label={`Remove “${question.label}”`}>
                  Remove
                </Button>
              </form>
            </div>
          ),
        },
      ]}
    />
  )
}

interface WhenProps extends Pick<Props, 'questions' | 'timeZone' | 'names'> {
  question: Question
}

function When({ question, questions, timeZone, names }: WhenProps) {
  const { isRequired, requiredFrom, frozenFrom, conditions } = question
  const say = (moment: Date) => formatMoment(moment, timeZone, 'en')
  return (
    <span className="small">
      {isRequired && <Badge>required</Badge>} {requiredFrom && `from ${say(requiredFrom)} on`}{' '}
      {frozenFrom && `frozen from ${say(frozenFrom)} on`}{' '}
      {conditions.length > 0 &&
        `where ${conditions.map((condition) => conditionWords(condition, questions, names)).join(' and ')}`}
    </span>
  )
}
