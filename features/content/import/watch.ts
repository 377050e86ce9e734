import { type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Editors write a file in several steps: this long nothing may move. */
const QUIET_MS = 30

/**
 * Calls `onChange` after something in a folder was saved, added or removed, once for what comes together, and never
 * twice at a time. Returns what stops it, which resolves when the last call has ended.
 */
export function watchFolder(
  folder: string,
  onChange: () => Promise<void>,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const watched = new Map<string, FSWatcher>()
  let isDirty = false
  let running: Promise<void> | null = null

  const run = async () => {
    while (isDirty) {
      isDirty = false
      await wait(QUIET_MS)
      if (isDirty) continue
      look()
      await onChange().catch(onError)
    }
    running = null
  }
  const changed = () => {
    isDirty = true
    running ??= run()
  }
  // One watch for each folder: a recursive one holds, on Linux, every single file.
  const look = () => {
    const folders = new Set([folder, ...foldersIn(folder)])
    for (const [path, watcher] of watched) if (!folders.has(path)) stop(path, watcher)
    for (const path of folders) if (!watched.has(path)) start(path)
  }
  const start = (path: string) => watched.set(path, watch(path, changed).on('error', changed))
  const stop = (path: string, watcher: FSWatcher) => {
    watcher.close()
    watched.delete(path)
  }

  look()
  return async () => {
    for (const [path, watcher] of watched) stop(path, watcher)
    await running
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
}
