import { Facts } from '@/components/facts'
import type { AnswerLine } from '../rules/visible'

/** Answers under their questions. A file is shown by its kind alone: its name may tell whose it is. */
export function AnswerList({ answers }: { answers: AnswerLine[] }) {
  if (answers.length === 0) return null
  return (
    <Facts
      stacked
      facts={answers.map(({ key, label, kind, audience, values }) => ({
        key,
        term: audience === 'chairs' ? `${label} (chairs only)` : label,
        says: <Values kind={kind} values={values} />,
      }))}
    />
  )
}

function Values({ kind, values }: Pick<AnswerLine, 'kind' | 'values'>) {
  const [first = ''] = values
  if (kind === 'file') return <a href={`/files/answers/${first}`}>The file</a>
  if (kind === 'url')
    return (
      <a href={first} rel="nofollow ugc noreferrer">
        {first}
      </a>
    )
  if (kind === 'prose') return <span style={{ whiteSpace: 'pre-wrap' }}>{first}</span>
  return <>{values.join(', ')}</>
}
