import { OvertakenFrame } from '@/components/overtaken-frame'
import type { AnswerValue } from '@/features/calls/schema/question'
import { setApart } from '@/lib/text'
import type { Overtaken as Theirs, TypedContent } from '../schema'
import styles from './overtaken.module.css'

type Props = { theirs: Theirs; mine: TypedContent }

const FIELDS = {
  title: 'Title',
  abstract: 'Abstract',
  format: 'Format',
  track: 'Track',
  level: 'Level',
  language: 'Language',
}
type Field = keyof typeof FIELDS

/** Two texts of one proposal side by side, where they differ. Inside the form: its writer chooses. */
export function Overtaken({ theirs, mine }: Props) {
  const differing = (Object.keys(FIELDS) as Field[]).filter(
    (field) => (theirs.draft[field] ?? '') !== (mine[field] ?? ''),
  )
  const answers = [...new Set([...Object.keys(theirs.draft.answers), ...Object.keys(mine.answers)])].filter(
    (key) => said(theirs.draft.answers[key]) !== said(mine.answers[key]),
  )
  const people = [theirs.draft.speakers, mine.speakers].map((all) =>
    all.map(({ name, email }) => `${setApart(name)} <${email}>`).join(', '),
  )
  return (
    <OvertakenFrame title={`${theirs.savedBy ?? 'Somebody'} saved another text while you were writing.`}>
      <dl className={styles.texts}>
        {differing.map((field) => (
          <Pair key={field} label={FIELDS[field]} theirs={theirs.draft[field]} mine={mine[field]} />
        ))}
        {answers.map((key) => (
          <Pair key={key} label={key} theirs={said(theirs.draft.answers[key])} mine={said(mine.answers[key])} />
        ))}
        {people[0] !== people[1] && <Pair label="Co-speakers" theirs={people[0]} mine={people[1]} />}
      </dl>
    </OvertakenFrame>
  )
}

const said = (answer: AnswerValue | undefined) => [answer ?? []].flat().join(', ')

function Pair({
  label,
  theirs,
  mine,
}: {
  label: string
  theirs?: string | null | undefined
  mine?: string | null | undefined
}) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span className="small muted">Saved</span>
        <span>{theirs || '—'}</span>
      </dd>
      <dd>
        <span className="small muted">Yours</span>
        <span>{mine || '—'}</span>
      </dd>
    </>
  )
}
