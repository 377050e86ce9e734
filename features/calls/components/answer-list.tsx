import { Facts } from '@/components/facts'
import type { AnswerLine } from '../rules/visible'

/** Answers under their questions. A file is shown by its kind alone: its name may tell whose it is. */
export function AnswerList({ answers, file = 'The file' }: { answers: AnswerLine[]; file?: string }) {
  if (answers.length === 0) return null
  return (
    <Facts
      stacked
      facts={answers.map(({ key, label, kind, audience, values }) => ({
        key,
        term: audience === 'chairs' ? `${label} (chairs only)` : label,
        says: <Values kind={kind} values={values} file={file} />,
      }))}
    />
  )
}

function Values({ kind, values, file }: Pick<AnswerLine, 'kind' | 'values'> & { file: string }) {
  const [first = ''] = values
  if (kind === 'file') return <a href={`/files/answers/${first}`}>{file}</a>
  if (kind === 'url')
    return (
      <a href={first} rel="nofollow ugc noreferrer">
        {first}
      </a>
    )
  if (kind === 'prose') return <span style={{ whiteSpace: 'pre-wrap' }}>{first}</span>
  return <>{values.join(', ')}</>
}
