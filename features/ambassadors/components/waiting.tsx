import { Card } from '@/components/card'

/** Ambassadors on the desk: what waits there for a manager. */
export function AmbassadorsCard({ waiting }: { waiting: number }) {
  const words = waitingWords(waiting)
  return (
    <Card title="Ambassadors" href="/admin/ambassadors" heading="h2">
      {waiting > 0 ? (
        <ul className="plain-list">
          <li>
            <a href="/admin/ambassadors">{words}</a>
          </li>
        </ul>
      ) : (
        <p className="muted">{words}</p>
      )}
    </Card>
  )
}

export function waitingWords(waiting: number): string {
  if (waiting === 0) return 'No application waits for your vote.'
  return `${waiting === 1 ? 'One application waits' : `${waiting} applications wait`} for your vote.`
}
