import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { touch } from '@/lib/front/tags'
import { lineOf, type Problem, problemsOf } from '../schema/problems'
import { Site } from '../schema/site'
import { readYaml } from '../schema/yaml'

export interface SiteFile {
  site: Site | null
  hash: string
  problems: Problem[]
}

/** site.yaml, checked; every problem names its line. */
export function readSite(folder: string): SiteFile {
  const { problems, refuse } = problemsOf(`${path.basename(folder)}/site.yaml`)
  try {
    const text = readFileSync(path.join(folder, 'site.yaml'), 'utf8')
    const checked = readYaml(Site, text, 1, refuse)
    return { site: checked?.data ?? null, hash: createHash('sha256').update(text).digest('hex'), problems }
  } catch (error) {
    refuse(undefined, `can’t be read: ${error instanceof Error ? error.message : String(error)}`)
    return { site: null, hash: '', problems }
  }
}

let kept: { site: Site; modified: number } | null = null

/** What makes this site the foundation's own; read again when its file changes. Throws the lines that are wrong. */
export function getSite(): Site {
  touch('site')
  const modified = statSync('content/site.yaml').mtimeMs
  if (kept?.modified === modified) return kept.site
  const { site, problems } = readSite('content')
  if (!site) throw new Error(problems.map(lineOf).join('\n'))
  kept = { site, modified }
  return site
}

/** What is asked for at this level, in the reader's language; nothing at a level that is not moved up to. */
export function getCriteria(level: string, locale: string): { slug: string; text: string; shownBy: 'audits' | null }[] {
  const { criteria } = getSite()
  if (level !== 'incubating' && level !== 'graduated') return []
  return criteria[level].map(({ slug, text, shownBy = null }) => ({
    slug,
    text: text[locale] ?? text.en ?? slug,
    shownBy,
  }))
}
