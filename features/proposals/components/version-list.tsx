import { Button } from '@/components/button'
import { SectionHead } from '@/components/page-header'
import { Select } from '@/components/select'
import { SubmitButton } from '@/components/submit-button'
import type { AnswerValue } from '@/features/calls/schema/question'
import { setApart } from '@/lib/text'
import { formatMoment } from '@/lib/time-words'
import { diffWords } from '@/lib/word-diff'
import type { Version } from '../queries/versions'
import type { ProposalDraft } from '../schema'
import styles from './version-list.module.css'

interface Props {
  versions: Version[]
  /** Which two are compared, as the address says; otherwise the last two. */
  asked: { from?: string | undefined; to?: string | undefined }
  timeZone: string
  /** Makes an older one the newest; null where nothing may be changed. */
  restore: ((version: number) => Promise<void>) | null
}

/** Two versions of a proposal beside a list of all, compared word by word. */
export function VersionList({ versions, asked, timeZone, restore }: Props) {
  const [newest] = versions
  if (!newest) return <p className="muted">Nothing has been saved yet.</p>
  const find = (number: string | undefined) => versions.find(({ version }) => String(version) === number)
  const to = find(asked.to) ?? newest
  const from = find(asked.from) ?? versions.find(({ version }) => version < to.version) ?? to
  const options = versions.map(({ version, savedAt, savedBy }) => ({
    value: String(version),
    label: `${version}: ${formatMoment(savedAt, timeZone, 'en')}${savedBy ? `, ${savedBy}` : ''}`,
  }))
  return (
    <div className="stack">
      <form method="get" className={styles.choice}>
        <Select name="from" label="Compare" options={options} defaultValue={String(from.version)} />
        <Select name="to" label="with" options={options} defaultValue={String(to.version)} />
        <Button type="submit">Compare</Button>
      </form>
      <SectionHead title={`From version ${from.version} to ${to.version}`} />
      <Difference from={from.text} to={to.text} />
      {restore && from.version !== newest.version && (
        <form action={restore.bind(null, from.version)}>
          <p className="small muted">Version {from.version} becomes the newest; every other stays where it is.</p>
          <SubmitButton variant="secondary" pendingLabel="Restoring …">
            Restore version {from.version}
          </SubmitButton>
        </form>
      )}
    </div>
  )
}

const said = (answer: AnswerValue | undefined) => [answer ?? []].flat().join(', ')

/** Every field of a text that can differ, as one line or several. */
function fieldsOf({
  title,
  abstract,
  format,
  track,
  level,
  language,
  tags,
  projects,
  speakers,
  answers,
}: ProposalDraft) {
  return new Map<string, string>([
    ['Title', title],
    ['Abstract', abstract],
    ['Format', format ?? ''],
    ['Track', track ?? ''],
    ['Level', level ?? ''],
    ['Language', language],
    ['Tags', tags.join(', ')],
    ['Projects', projects.join(', ')],
    ['Co-speakers', speakers.map(({ name, email }) => `${setApart(name)} (${email})`).join(', ')],
    ...Object.entries(answers).map(([key, answer]): [string, string] => [`Answer: ${key}`, said(answer)]),
  ])
}

function Difference({ from, to }: { from: ProposalDraft; to: ProposalDraft }) {
  const [before, after] = [fieldsOf(from), fieldsOf(to)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const changed = names.filter((name) => (before.get(name) ?? '') !== (after.get(name) ?? ''))
  if (changed.length === 0) return <p>The two say the same.</p>
  return (
    <dl className={styles.fields}>
      {changed.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={styles.text}>
            {diffWords(before.get(name) ?? '', after.get(name) ?? '').map(({ kind, text }, place) =>
              kind === 'added' ? (
                <ins key={place}>{text}</ins>
              ) : kind === 'removed' ? (
                <del key={place}>{text}</del>
              ) : (
                <span key={place}>{text}</span>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
