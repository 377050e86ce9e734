import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { stampTranslation } from '@/features/content/import/stamp'
import { type HeadField, isHeadField } from '@/features/content/rules/translated-head'
import { leave } from './leave'

const USAGE = 'npm run content:translated -- content/blog/NAME.zh.mdx [--only 3,7,title]'

/** Notes in a translation what it was translated from: its source as it is now, all of it or some blocks and fields. */
const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const [given] = positionals
if (!given) leave(`Say which translation: ${USAGE}`)
const file = path.relative('.', given).replaceAll(path.sep, '/')
const only = (values.only ?? '').split(',').flatMap((part): (number | HeadField)[] => {
  if (part === '') return []
  const number = Number(part)
  if (isHeadField(part)) return [part]
  return Number.isInteger(number) && number > 0
    ? [number]
    : leave(`--only takes numbers of blocks and fields that are translated: ${USAGE}`)
})

const outcome = await stampTranslation(file, only, { content: 'content', pictures: 'public' })
if (!outcome.ok) {
  if (outcome.reason === 'broken') leave(outcome.lines.join('\n'))
  leave(outcome.reason === 'unknown' ? `There is no ${file} in content/.` : `${file} translates nothing.`)
}
for (const { state, source, target } of outcome.before ?? []) {
  if (state === 'changed') console.log(`block ${target + 1}: its source, block ${source + 1}, had changed`)
  if (state === 'gone') console.log(`block ${target + 1}: its source was gone`)
  if (state === 'new') console.log(`block ${source + 1} of the source had no translation`)
}
for (const field of outcome.fields) console.log(`${field}: the source’s own had changed`)
writeFileSync(file, outcome.text)
console.log(`${file} now says what it was translated from${only.length > 0 ? ` (only ${only.join(', ')})` : ''}.`)
