import { eventOf, nothing } from './build'
import { emailIn, isYes, lineIn, momentIn, proseIn } from './fields'
import { columnKey, type Reading, type SourceTable } from './files'
import { fileImporter, type ReadFiles } from './import-files'

const NEEDED = ['code', 'reviewer', 'for_committee', 'for_speaker']

/** Our own table of reviews. Between `set_aside` and `for_committee` stand the criteria, behind the texts the questions. */
export const readReviews: ReadFiles = (files, { reading, timeZone }) => {
  const found = nothing()
  const codes: Record<string, string> = {}
  for (const file of files) {
    if (!('rows' in file)) reading.problem(file.name, 'this is no table of reviews')
    else for (const review of rowsOf(file, { reading, timeZone })) found.reviews.push(review)
  }
  for (const { thing } of found.reviews) codes[thing.proposal] = thing.proposal
  return { ...eventOf(found, reading), codes }
}

function rowsOf(table: SourceTable, { reading, timeZone }: { reading: Reading; timeZone: string }) {
  const keys = table.columns.map(columnKey)
  const missing = NEEDED.filter((name) => !keys.includes(columnKey(name)))
  if (missing.length > 0) {
    reading.problem(`${table.name}:1`, `the column ${missing.map((name) => `“${name}”`).join(' and ')} is missing`)
    return []
  }
  const at = (name: string) => keys.indexOf(columnKey(name))
  const criteria = table.columns.slice(at('set_aside') + 1, at('for_committee'))
  const questions = table.columns.slice(at('for_speaker') + 1)
  const seen = new Map<string, string>()
  return table.rows.flatMap((row) => {
    const { place, get } = row
    const [code, name, email] = [
      get('code').toUpperCase(),
      lineIn(get('reviewer'), 120, reading, `${place}, reviewer`),
      emailIn(get('reviewer_email'), reading, `${place}, reviewer_email`),
    ]
    if (!code) reading.problem(`${place}, code`, 'says no proposal')
    if (!name && !email) reading.problem(`${place}, reviewer`, 'says no reviewer')
    const round = lineIn(get('round'), 80, reading, `${place}, round`) || null
    const id = [code, email ?? name, round].join(' ')
    const first = seen.get(id)
    if (first) reading.problem(place, `this is a second review by ${name} of ${code}, after ${first}`)
    seen.set(id, place)
    const scores = criteria.flatMap((criterion): [string, number][] => {
      const text = get(criterion)
      if (text && !/^-?\d{1,4}(\.\d{1,3})?$/.test(text))
        reading.problem(`${place}, ${criterion}`, `“${text.slice(0, 60)}” is no number`)
      return text ? [[criterion, Number(text)]] : []
    })
    return [
      {
        place,
        thing: {
          id,
          proposal: code,
          reviewer: { id: email ?? name, name: name || (email ?? ''), email },
          round,
          scores: Object.fromEntries(scores),
          forCommittee: proseIn(get('for_committee'), 20_000, reading, `${place}, for_committee`),
          forSpeaker: proseIn(get('for_speaker'), 20_000, reading, `${place}, for_speaker`),
          isAbstained: isYes(get('abstained')),
          submittedAt: momentIn(get('submitted_at'), timeZone, reading, `${place}, submitted_at`),
          answers: Object.fromEntries(questions.flatMap((label) => (get(label) ? [[label, get(label)]] : []))),
        },
      },
    ]
  })
}

export const importReviews = fileImporter('reviews', readReviews)
