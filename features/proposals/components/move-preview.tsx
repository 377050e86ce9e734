import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { languageName } from '@/lib/languages'
import type { Left } from '../rules/moved'

const FIELDS = { format: 'Format', track: 'Track', language: 'Language' }

interface Props {
  left: Left[]
  /** Of the draft’s own format and track. */
  names: { format: string; track: string }
  call: string
  move: () => Promise<void>
}

/** What another call does not take of a draft, before it goes there. */
export function MovePreview({ left, names, call, move }: Props) {
  return (
    <form action={move} className="stack">
      {left.length === 0 ? (
        <p>{call} asks for the same: all that you have written comes along.</p>
      ) : (
        <>
          <p>
            Title, abstract and all that both calls ask come along. This is not asked in {call}; it stays among the
            versions of your draft:
          </p>
          <Table
            caption="What stays behind"
            captionHidden
            rows={left}
            rowKey={(one) => (one.what === 'answer' ? one.question.key : one.what)}
            columns={[
              {
                key: 'what',
                label: 'What',
                heads: true,
                cell: (one) => (one.what === 'answer' ? one.question.label : FIELDS[one.what]),
              },
              { key: 'value', label: 'What you wrote', cell: (one) => <span lang="">{wordsFor(one, names)}</span> },
            ]}
          />
        </>
      )}
      <div>
        <SubmitButton pendingLabel="Moving …">Move it to {call}</SubmitButton>
      </div>
    </form>
  )
}

function wordsFor(one: Left, names: Props['names']): string {
  if (one.what === 'language') return languageName(one.value, 'en')
  if (one.what !== 'answer') return names[one.what]
  const { kind, options } = one.question
  if (kind === 'file') return 'The file that you added'
  return one.values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ')
}
