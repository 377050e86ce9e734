import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Importer, ImportReport } from '@/lib/importing'
import { importPeople } from '../commands/import-people'
import { handleKeys, joinTwins } from '../rules/imported'
import { leftFields, readPerson } from './fields'
import { readRecords } from './records'

/** `npm run import -- people FILE`: the people of a directory, and who of them is an ambassador. */
export const importPeopleFile: Importer = async (file, { isDryRun, same = [], alias = [] }): Promise<ImportReport> => {
  const name = path.basename(file)
  const read = readRecords(readFileSync(file, 'utf8'))
  const notes = [...read.notes]
  const note = (line: number, text: string) => void notes.push({ line, text })
  const linesOf = () => notes.toSorted((a, b) => a.line - b.line).map(({ line, text }) => `${name}:${line} ${text}`)
  const choices = { same: pairs(same), aliases: [...pairs(alias)].map(([spelling, slug]) => ({ spelling, slug })) }
  if (!read.ok) return { ok: false, changes: [], notes: linesOf(), summary: 'Nothing was read; nothing was written.' }

  const readable = read.records.flatMap((record) => readPerson(record, note) ?? [])
  const { people, twins } = joinTwins(readable)
  for (const [again, first] of twins) {
    const shared = handleKeys(again).find((key) => handleKeys(first).includes(key))
    note(again.line, `record ${again.number} is record ${first.number} again (${shared}); joined`)
  }
  const numbered = new Map([...choices.same].map(([number, slug]) => [Number(number), slug]))
  const result = await importPeople(people, { isDryRun, same: numbered, aliases: choices.aliases })
  notes.push(...result.notes)
  const left = leftFields(read.records).map(({ field, count }) => `${name}: ${field} of ${count} records is not taken`)
  const { created, changed, unchanged, doubtful, terms } = result.counts
  const counts = `${created} new, ${changed} changed, ${unchanged} unchanged, ${doubtful} doubtful and left out`
  return {
    ok: true,
    changes: result.lines,
    notes: [...linesOf(), ...left],
    summary: `${read.records.length} records: ${counts}; ${terms} terms as ambassador begun.`,
  }
}

/** `12=ada` is 12 and ada. */
function pairs(choices: string[]): Map<string, string> {
  return new Map(
    choices.flatMap((choice): [string, string][] => {
      const at = choice.lastIndexOf('=')
      return at > 0 ? [[choice.slice(0, at).trim(), choice.slice(at + 1).trim()]] : []
    }),
  )
}
