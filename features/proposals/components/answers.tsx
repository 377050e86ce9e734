import { SectionHead } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import { TextField } from '@/components/text-field'
import { formatDate } from '@/lib/time-words'
import { answerForSpeaker, orderWaitlist } from '../actions/answers'
import type { AnswerLine } from '../queries/confirmation'

type Props = { slug: string; timeZone: string; lines: AnswerLine[]; mayAct: boolean }
type Move = 'confirm' | 'decline' | 'lapse' | 'promote'

const WORDS: Record<Move, string> = {
  confirm: 'They will come',
  decline: 'They will not come',
  lapse: 'Take silence for a no',
  promote: 'Give it a place',
}

/** Speakers whose answer is awaited, or who were silent until their day had passed. */
export function Asked({ slug, timeZone, lines, mayAct, title, moves }: Props & { title: string; moves: Move[] }) {
  if (lines.length === 0) return null
  return (
    <section className="stack">
      <SectionHead title={title} aside={lines.length} />
      <Table
        caption={title}
        captionHidden
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          titleColumn(slug),
          {
            key: 'until',
            label: 'Answer until',
            cell: ({ answerBy }) => (answerBy ? formatDate(answerBy, timeZone, 'en') : '—'),
          },
          ...(mayAct
            ? [
                {
                  key: 'act',
                  label: 'For them',
                  cell: ({ code }: AnswerLine) => <Buttons {...{ slug, code, moves }} />,
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

/** The waiting list in its order, and who gets the next place by hand. */
export function Waitlist({ slug, lines, mayAct }: Omit<Props, 'timeZone'>) {
  if (lines.length === 0) return null
  return (
    <section className="stack">
      <SectionHead title="Waiting list" aside={lines.length} />
      <form action={orderWaitlist.bind(null, slug)} id="order" />
      <Table
        caption="Waiting list"
        captionHidden
        rows={lines}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'place',
            label: 'Place',
            cell: ({ code, rank }) =>
              mayAct ? (
                <TextField
                  type="number"
                  name={`place-${code}`}
                  label={`Place of ${code}`}
                  labelHidden
                  form="order"
                  min={1}
                  defaultValue={rank ?? ''}
                />
              ) : (
                (rank ?? '—')
              ),
          },
          titleColumn(slug),
          { key: 'track', label: 'Track', cell: ({ track }) => track ?? '—' },
          { key: 'format', label: 'Format', cell: ({ format }) => format ?? '—' },
          ...(mayAct
            ? [
                {
                  key: 'act',
                  label: 'Promote',
                  cell: ({ code, announced }: AnswerLine) =>
                    announced === 'waitlisted' ? <Buttons {...{ slug, code, moves: ['promote'] }} /> : 'Not announced',
                },
              ]
            : []),
        ]}
      />
      {mayAct && (
        <div>
          <SubmitButton variant="secondary" pendingLabel="Saving …" form="order">
            Save the order
          </SubmitButton>
        </div>
      )}
    </section>
  )
}

const titleColumn = (slug: string) => ({
  key: 'title',
  label: 'Title',
  heads: true,
  cell: ({ code, title }: AnswerLine) => <a href={`/admin/events/${slug}/proposals/${code}`}>{title}</a>,
})

function Buttons({ slug, code, moves }: { slug: string; code: string; moves: Move[] }) {
  return (
    <div className="cluster">
      {moves.map((move) => (
        <form key={move} action={answerForSpeaker.bind(null, slug, move, code)}>
          <SubmitButton variant="secondary" size="small" pendingLabel="…">
            {WORDS[move]}
          </SubmitButton>
        </form>
      ))}
    </div>
  )
}
