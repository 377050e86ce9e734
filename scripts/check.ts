import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { checkNames } from './check-names'

const root = path.resolve('.')
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name)
const run = (command: string, args: string[]) => spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })

/** Lint, format, types, layers, names: everything that needs neither a database nor a browser. */
const checks: Record<string, () => string> = {
  'lint and format': () => failure(run(bin('biome'), ['check', '.'])),
  types: () => {
    const generated = run(bin('next'), ['typegen'])
    return generated.status === 0 ? failure(run(bin('tsc'), ['--noEmit'])) : failure(generated)
  },
  layers: () => {
    const folders = [
      'app',
      'features',
      'engines',
      'components',
      'islands',
      'lib',
      'prisma',
      'scripts',
      'tests',
      'bench',
    ]
    const result = run(bin('depcruise'), [
      '--config',
      '.dependency-cruiser.cjs',
      ...folders.filter((f) => existsSync(f)),
    ])
    const modules = Number(/(\d+) modules/.exec(result.stdout)?.[1] ?? 0)
    return modules === 0 ? `dependency-cruiser has read no module.\n${failure(result)}` : failure(result)
  },
  names: () => checkNames().join('\n'),
}

let failed = 0
for (const [name, check] of Object.entries(checks)) {
  const problem = check()
  if (problem) failed++
  console.log(problem ? `✗ ${name}\n${problem}` : `✓ ${name}`)
}
process.exit(failed === 0 ? 0 : 1)

function failure({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): string {
  return status === 0 ? '' : `${stdout}${stderr}`.trim() || `exit ${status}`
}
