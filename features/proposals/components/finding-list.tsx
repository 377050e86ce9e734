import { FINDING_WORDS, type Finding } from '../rules/identity'

const MOST = 8

/** Places that may tell whose a text is: what is meant, and what stands around it. */
export function FindingList({ findings }: { findings: Finding[] }) {
  return (
    <ul>
      {findings.slice(0, MOST).map(({ field, kind, before, found, after }, index) => (
        <li key={index}>
          {FINDING_WORDS[kind]} in the {field}:{' '}
          <span className="small">
            {before}
            <mark>{found}</mark>
            {after}
          </span>
        </li>
      ))}
      {findings.length > MOST && <li>and {findings.length - MOST} more</li>}
    </ul>
  )
}
