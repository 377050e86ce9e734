import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { type Answer, immutable, revalidate } from './answer'
import { Lru } from './lru'
import { pack, packedSize } from './pack'
import { filePolicy } from './security'
import { partsOfStyles } from './styles'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.speculationrules': 'application/speculationrules+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const hashed = /^\/(?:_next\/static|styles|islands|fonts)\//
/** Players ask for films in ranges: those are Next's to answer. */
const films = /\.(?:mp4|webm)$/
const largest = 2 * 1024 * 1024
const newline = Buffer.from('\n')

export interface Assets {
  has(path: string): boolean
  get(path: string): Promise<Answer>
}

/** The build's files and those of `public/`, known by name from the start, read once, kept up to `limit` bytes. */
export function openAssets(nextDir: string, publicDir: string, limit: number, common: Answer['headers']): Assets {
  const files = new Map([...list(join(nextDir, 'static'), '/_next/static'), ...list(publicDir, '')])
  const kept = new Lru<Answer>(limit)
  const get = async (path: string): Promise<Answer> => {
    const known = kept.get(path)
    if (known) return known
    const answer = await read(sourcesOf(path), path, common)
    kept.set(path, answer, packedSize(answer.body) + 512)
    return answer
  }
  /** The files behind an address: one, or the style sheets that a document's address joins. */
  const sourcesOf = (path: string): string[] =>
    (files.has(path) ? [path] : partsOfStyles(path, files.keys())).flatMap((part) => files.get(part) ?? [])
  const has = (path: string) => files.has(path) || partsOfStyles(path, files.keys()).length > 0
  return { has, get }
}

async function read(files: string[], path: string, common: Answer['headers']): Promise<Answer> {
  const type = types[extname(path)] ?? 'application/octet-stream'
  const bodies = await Promise.all(files.map((file) => readFile(file)))
  return {
    status: 200,
    headers: {
      ...common,
      'content-type': type,
      'content-security-policy': filePolicy,
      'cache-control': hashed.test(path) ? immutable : revalidate,
    },
    // Anybody may ask for style sheets in any order: that must cost no more than a page does.
    body: await pack(
      Buffer.concat(bodies.flatMap((body) => (files.length > 1 ? [body, newline] : [body]))),
      type,
      files.length > 1 ? 5 : 9,
    ),
    isConditional: true,
  }
}

/** URL path → file, of everything in a folder that is small enough to be kept. */
function list(folder: string, prefix: string): [string, string][] {
  const entries = readdirIfThere(folder)
  return entries
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= largest && !films.test(file))
    .map((file) => [`${prefix}/${relative(folder, file).split(sep).map(encodeURIComponent).join('/')}`, file])
}

function readdirIfThere(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    return []
  }
}
