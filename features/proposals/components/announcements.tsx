import { Button, LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { SectionHead } from '@/components/page-header'
import { StateBadge } from '@/components/state-badge'
import { SubmitButton } from '@/components/submit-button'
import { Table } from '@/components/table'
import type { Standing } from '@/features/reviews/queries/standing'
import type { AnnouncementResult } from '../commands/decide'
import { REFUSALS } from '../table'
import styles from './announcements.module.css'

/** Decisions that nobody has been told of: choose, then read every mail before one goes. */
export function ToAnnounce({ ranking, base }: { ranking: Standing[]; base: string }) {
  return (
    <section id="announce">
      <SectionHead title="Not announced yet" aside={ranking.length} />
      <form method="get" action={`${base}/decisions`} className="stack">
        <Table
          caption="Decisions that have not been announced"
          captionHidden
          rows={ranking}
          rowKey={({ code }) => code}
          select={{
            name: 'preview',
            allLabel: 'Choose all',
            label: ({ title }) => `Announce “${title}”`,
            selected: ranking.map(({ code }) => code),
          }}
          columns={[
            {
              key: 'title',
              label: 'Title',
              heads: true,
              cell: ({ code, title }) => <a href={`${base}/proposals/${code}`}>{title}</a>,
            },
            { key: 'state', label: 'Decision', cell: ({ state }) => <StateBadge state={state} /> },
            { key: 'reason', label: 'Reason', cell: ({ reason }) => reason ?? '—' },
          ]}
        />
        <div>
          <Button type="submit" variant="primary">
            Read the mails before they go
          </Button>
        </div>
      </form>
    </section>
  )
}

type PreviewProps = {
  preview: AnnouncementResult
  codes: string[]
  announce: (form: FormData) => Promise<void>
  base: string
}

/** The very mails that an announcement would send, and the button that sends them. */
export function AnnouncementPreview({ preview, codes, announce, base }: PreviewProps) {
  if (!preview.ok)
    return (
      <Callout tone="caution" title="These cannot be announced together.">
        <ul>
          {preview.refused.map(({ code, reason }) => (
            <li key={code}>
              <span className="numeric">{code}</span>: {REFUSALS[reason]}
            </li>
          ))}
        </ul>
      </Callout>
    )
  const { messages } = preview
  return (
    <section className="stack">
      <SectionHead title={messages.length === 1 ? 'One mail' : `${messages.length} mails`} />
      <p>Nobody has been told anything yet. All of these go at once, or none.</p>
      {messages.map(({ to, subject, text }) => (
        <details key={`${to} ${subject}`} className={styles.mail} open={messages.length === 1}>
          <summary>
            <strong>{to}</strong> · {subject}
          </summary>
          <pre className={styles.text}>{text}</pre>
        </details>
      ))}
      <form action={announce} className="cluster">
        {codes.map((code) => (
          <input key={code} type="hidden" name="code" value={code} />
        ))}
        <SubmitButton pendingLabel="Announcing …">
          {codes.length === 1 ? 'Announce this decision' : `Announce these ${codes.length} decisions`}
        </SubmitButton>
        <LinkButton href={`${base}/decisions`}>Not now</LinkButton>
      </form>
    </section>
  )
}
