import { readdirSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles every island of `islands/` into `public/islands/NAME.HASH.js`, and writes their addresses by name to
 * `.build/islands.json`. Old ones are removed. Returns the addresses.
 */
export async function buildIslands(root = process.cwd()): Promise<Record<string, string>> {
  const sources = readdirSync(join(root, 'islands')).filter((file) => /^[a-z-]+\.ts$/.test(file))
  const outdir = join(root, 'public/islands')
  await rm(outdir, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: sources.map((file) => join('islands', file)),
    outdir,
    entryNames: '[name].[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  })
  const addresses: Record<string, string> = {}
  for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) addresses[basename(entryPoint, '.ts')] = `/islands/${basename(file)}`
  }
  await mkdir(join(root, '.build'), { recursive: true })
  await writeFile(join(root, '.build/islands.json'), `${JSON.stringify(addresses, null, 2)}\n`)
  return addresses
}
