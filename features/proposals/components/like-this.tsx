import type { SimilarInList } from '../queries/similar'

const SHOWN = 3

/** What says nearly the same as a row of a list: evidence, from which nothing follows by itself. */
export function LikeThis({ similar, base }: { similar: SimilarInList[]; base: string }) {
  if (similar.length === 0) return null
  const more = similar.length - SHOWN
  return (
    <small className="muted" style={{ display: 'block' }}>
      Says nearly the same as{' '}
      {similar.slice(0, SHOWN).map(({ code, title, event, similarity }, at) => (
        <span key={code}>
          {at > 0 && ', '}
          {event.isThis ? <a href={`${base}/proposals/${code}`}>{title}</a> : `${title} (${event.name})`},{' '}
          {Math.round(similarity * 100)} %
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </small>
  )
}
