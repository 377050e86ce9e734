import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What a feature's folder may hold, beside formats/, components/ and tests. */
const PARTS = 'schema|rules|table|gate|queries|commands|actions|api|jobs|import|emails'
const FEATURE_FILE = new RegExp(
  `^features/[a-z]+/((${PARTS})(\\.test)?\\.tsx?|(${PARTS}|formats|components)/[a-z0-9-]+(\\.test)?\\.(tsx?|module\\.css))$`,
)
const KEBAB = /^_?[a-z0-9.-]+$/
const WALL = 300

/** Files that stand where the house has no room for them, are named otherwise, or are too long. */
export function checkNames(): string[] {
  return ['features', 'engines', 'components', 'islands', 'lib', 'scripts', 'bench', 'tests', 'app', 'prisma']
    .flatMap(filesBelow)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...(file.startsWith('features/') && !FEATURE_FILE.test(file) ? [`${file}: not a file that a feature has`] : []),
      ...(KEBAB.test(path.basename(file)) ? [] : [`${file}: file names are kebab-case`]),
      ...contentProblems(file, readFileSync(file, 'utf8')),
    ])
}

function contentProblems(file: string, text: string): string[] {
  const problems: string[] = []
  const lines = text.split('\n').length
  if (lines > WALL) problems.push(`${file}: ${lines} lines; ${WALL} is the wall`)
  if (/^['"]use server['"]/m.test(text) && path.basename(file) !== 'actions.ts' && !/\/actions\//.test(file))
    problems.push(`${file}: 'use server' belongs into actions.ts alone`)
  return problems
}

function filesBelow(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}
