import { SectionHead } from '@/components/page-header'
import { EXPORTS, type ExportName, exportFile } from '../formats/exports'

const GROUPS: [title: string, test: (name: string) => boolean][] = [
  ['For spreadsheets', (name) => !/^(sessionize|pretalx)/.test(name)],
  ['For Sessionize', (name) => name.startsWith('sessionize')],
  ['For pretalx', (name) => name.startsWith('pretalx')],
]

interface Props {
  base: string
  /** Whether this reader may have the files of speakers. */
  hasSpeakers: boolean
  /** Whether they may have the reviews. */
  hasReviews: boolean
}

/** The files of an event, as links with what is in each; what would be refused is not offered. */
export function ExportList({ base, hasSpeakers, hasReviews }: Props) {
  const names = (Object.keys(EXPORTS) as ExportName[]) // the keys of the table
    .filter((name) => hasSpeakers || !exportFile(name).isOfSpeakers)
  const files = names.map((name) => ({ name: String(name), says: exportFile(name).says }))
  const reviews = { name: 'reviews.csv', says: 'Every review that was handed in, with its scores and texts' }
  const all = hasReviews ? [...files, reviews] : files
  return GROUPS.map(([title, test]) => (
    <section key={title} className="stack">
      <SectionHead title={title} />
      <ul className="plain-list">
        {all
          .filter(({ name }) => test(name))
          .map(({ name, says }) => (
            <li key={name}>
              <a href={`${base}/${name}`} download>
                {name}
              </a>
              : {says}
            </li>
          ))}
      </ul>
    </section>
  ))
}
