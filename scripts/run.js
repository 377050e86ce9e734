// The one door of every command: `node scripts/run.js NAME …`. Plain JavaScript without dependencies, because on a
// bare checkout nothing is installed yet. It installs, generates, bundles scripts/NAME.ts and runs it in this process.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const [name = '', ...args] = process.argv.slice(2)
const say = (text) => process.stderr.write(`${text}\n`)

process.chdir(root)
refuseOldNode()
if (!/^[a-z-]+$/.test(name) || !existsSync(`scripts/${name}.ts`)) leave(`There is no command “${name}”.`)
if (!isInstalled()) install()
if (!isGenerated()) generate()
process.argv = [process.argv[0], path.join(root, `scripts/${name}.ts`), ...args]
process.setSourceMapsEnabled(true)
await import(pathToFileURL(await bundle(name)).href)

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    leave(`Lectern needs Node 20.19 or newer; this is ${process.version}.`)
}

/** Whether node_modules holds what package-lock.json asks for (optional packages of other platforms aside). */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
  const found = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional, peer }]) =>
      place === '' || optional || devOptional || peer || found[place]?.version === version,
  )
}

/** Not `npm ci`: it refuses a lock file that was written where packages of other platforms were out of reach. */
function install() {
  say('Installing packages (once, about a minute) …')
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['install', '--include=dev', '--no-save', '--no-audit', '--no-fund'],
    {},
  )
}

function schemaHash() {
  return createHash('sha256').update(readFileSync('prisma/schema.prisma')).digest('hex')
}

function isGenerated() {
  const stamp = 'generated/prisma/.schema'
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === schemaHash()
}

/** The generator never runs the schema engine, but its command line insists that a binary exists: any file will do. */
function generate() {
  say('Generating the database client …')
  const result = spawnSync(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    encoding: 'utf8',
  })
  if (result.status !== 0) leave(`Prisma could not generate its client:\n${result.stderr}${result.stdout}`)
  writeFileSync('generated/prisma/.schema', schemaHash())
}

async function bundle(entry) {
  const { build, stop } = await import('esbuild')
  const outfile = path.join(root, '.build', `${entry}.mjs`)
  const result = await build({
    entryPoints: [`scripts/${entry}.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    jsx: 'automatic',
    outfile,
    logLevel: 'error',
  })
  await stop()
  mkdirSync(path.dirname(outfile), { recursive: true })
  const scratch = `${outfile}.${process.pid}`
  writeFileSync(scratch, result.outputFiles[0].contents)
  renameSync(scratch, outfile)
  return outfile
}

function run(command, parameters, env) {
  const result = spawnSync(command, parameters, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } })
  if (result.status !== 0) leave(`“${command} ${parameters.join(' ')}” failed.`)
}

function leave(text) {
  say(text)
  process.exit(1)
}
