import { readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { type Answer, immutable, revalidate } from './answer'
import { Lru } from './lru'
import { pack, packedSize } from './pack'
import { filePolicy } from './security'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const hashed = /^\/(?:_next\/static|islands|fonts)\//
/** Players ask for films in ranges: those are Next's to answer. */
const films = /\.(?:mp4|webm)$/
const largest = 2 * 1024 * 1024

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
    const answer = await read(files.get(path) ?? '', path, common)
    kept.set(path, answer, packedSize(answer.body) + 512)
    return answer
  }
  return { has: (path) => files.has(path), get }
}

async function read(file: string, path: string, common: Answer['headers']): Promise<Answer> {
  const type = types[extname(file)] ?? 'application/octet-stream'
  return {
    status: 200,
    headers: {
      ...common,
      'content-type': type,
      'content-security-policy': filePolicy,
      'cache-control': hashed.test(path) ? immutable : revalidate,
    },
    body: await pack(await readFile(file), type, 9),
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
