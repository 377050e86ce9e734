import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Site } from '../schema/site'
import { type Problem, problemsOf } from './problems'
import { readYaml } from './yaml'

export interface SiteFile {
  site: Site | null
  hash: string
  problems: Problem[]
}

/** site.yaml, checked; every problem names its line. */
export function readSite(folder: string): SiteFile {
  const file = path.join(folder, 'site.yaml')
  const { problems, refuse } = problemsOf(`${path.basename(folder)}/site.yaml`)
  try {
    const text = readFileSync(file, 'utf8')
    const checked = readYaml(Site, text, 1, refuse)
    return { site: checked?.data ?? null, hash: createHash('sha256').update(text).digest('hex'), problems }
  } catch (error) {
    refuse(undefined, `can’t be read: ${error instanceof Error ? error.message : String(error)}`)
    return { site: null, hash: '', problems }
  }
}
