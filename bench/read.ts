import { TEST_ORIGIN } from '@/scripts/test-ports'
import type { Figure } from './figures'
import { audit, hasLighthouse } from './lighthouse'
import { startUntil } from './processes'

const PAGES: [name: string, path: string][] = [
  ['front page', '/'],
  ['an article', '/blog/demystifying-rbac-in-kubernetes'],
  ['a project', '/projects/harbor'],
  ['the directory', '/ambassadors'],
]

/** What a reader's phone makes of four pages. */
export async function benchRead(): Promise<Figure[]> {
  if (!hasLighthouse()) return [{ what: 'Lighthouse', value: 'not measured: it could not be fetched' }]
  const server = await startUntil(process.execPath, ['scripts/run.js', 'test-server'], 'Lectern serves on')
  try {
    return PAGES.map(([name, path]) => audit(name, TEST_ORIGIN + path))
  } finally {
    await server.stop()
  }
}
