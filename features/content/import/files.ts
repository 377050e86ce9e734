import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Slug } from '@/lib/slug'
import { FOLDERS, type Folder, type Kind } from '../schema/kinds'
import type { Problem } from '../schema/problems'

/** One file of content/, as it lies there. `file` is how the index and people call it, wherever the folder lies: `content/blog/some.mdx`. */
export interface Source {
  file: string
  kind: Kind
  name: string
  locale: string
  text: string
  hash: string
}

/** Every text below `folder`, and what lies there that cannot be one. */
export function readSources(folder: string): { sources: Source[]; problems: Problem[] } {
  const problems: Problem[] = []
  const sources = folders().flatMap((name) =>
    filesIn(path.join(folder, name)).flatMap((inside) => {
      const file = path.posix.join('content', name, inside)
      const named = nameOf(inside)
      if (!named) {
        problems.push({
          file,
          line: 1,
          column: 1,
          message: 'must be called NAME.mdx or NAME.zh.mdx, with a slug as NAME',
        })
        return []
      }
      const text = readFileSync(path.join(folder, name, inside), 'utf8')
      return [{ file, kind: FOLDERS[name], ...named, text, hash: createHash('sha256').update(text).digest('hex') }]
    }),
  )
  return { sources, problems }
}

function folders(): Folder[] {
  return Object.keys(FOLDERS) as Folder[]
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      .sort()
  } catch {
    return []
  }
}

function nameOf(file: string): { name: string; locale: string } | null {
  const match = /^([a-z0-9-]+)(?:\.(zh))?\.mdx$/.exec(file)
  const name = match?.[1] ?? ''
  return Slug.safeParse(name).success ? { name, locale: match?.[2] ?? 'en' } : null
}
