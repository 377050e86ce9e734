import { Callout } from '@/components/callout'
import type { Finding } from '../queries/views'
import styles from './finding-list.module.css'

type Props = { findings: Finding[]; isDrawn: boolean; goTo?: (finding: Finding) => void }

/** What is wrong with the text and where, beside it. */
export function FindingList({ findings, isDrawn, goTo }: Props) {
  if (findings.length === 0) return null
  return (
    <Callout
      tone="caution"
      role="status"
      title={isDrawn ? 'This has to be put right first' : 'The text cannot be shown as it is'}
    >
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.line}:${finding.column} ${finding.message}`}>
            {goTo ? (
              <button type="button" className={styles.place} onClick={() => goTo(finding)}>
                {placeOf(finding)}
              </button>
            ) : (
              placeOf(finding)
            )}
            : {finding.message}
          </li>
        ))}
      </ul>
    </Callout>
  )
}

const placeOf = ({ line, column }: Finding) => `Line ${line}, column ${column}`
