import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { languageName } from '@/lib/languages'
import type { Left } from '../rules/moved'

const FIELDS = { format: 'Format', track: 'Track', language: 'Language' }

/** What another call does not take of a draft, before it goes there. */
export function MovePreview({ left, call, move }: { left: Left[]; call: string; move: () => Promise<void> }) {
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
              { key: 'value', label: 'What you wrote', cell: (one) => <span lang="">{wordsFor(one)}</span> },
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

function wordsFor(one: Left): string {
  if (one.what !== 'answer') return one.what === 'language' ? languageName(one.value, 'en') : one.value
  const { kind, options } = one.question
  if (kind === 'file') return 'The file that you added'
  return one.values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(', ')
}
