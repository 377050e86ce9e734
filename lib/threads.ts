import { Worker } from 'node:worker_threads'

interface Options<Progress> {
  signal: AbortSignal
  onProgress?: (progress: Progress) => void
  /** Memory that the thread may have before it is ended, in MB. */
  memory?: number
}
type Message<Progress, Result> = { progress: Progress } | { result: Result }

/**
 * Runs a file of ours in a thread of its own, bundled as every command is: gives it `input` as `workerData`, hears
 * `{ progress }` from it and resolves with its `{ result }`. `signal` ends it at once. Rejects when the thread fails, has
 * not enough memory, or ends without a result.
 */
export async function runThread<Input, Progress, Result>(
  entry: string,
  input: Input,
  { signal, onProgress, memory = 1_024 }: Options<Progress>,
): Promise<Result> {
  const code = await bundled(entry)
  signal.throwIfAborted()
  const worker = new Worker(code, {
    eval: true,
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  })
  const end = () => void worker.terminate()
  signal.addEventListener('abort', end, { once: true })
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.on('message', (message: Message<Progress, Result>) =>
        'result' in message ? resolve(message.result) : onProgress?.(message.progress),
      )
      worker.once('error', reject)
      worker.once('exit', () => reject(signal.aborted ? signal.reason : new Error(`${entry} ended without a result`)))
    })
  } finally {
    signal.removeEventListener('abort', end)
    await worker.terminate()
  }
}

const bundles = new Map<string, Promise<string>>()

/** Once a process: its sources do not change under it. */
function bundled(entry: string): Promise<string> {
  const made = bundles.get(entry) ?? bundle(entry)
  bundles.set(entry, made)
  made.catch(() => bundles.delete(entry))
  return made
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  })
  const [file] = outputFiles
  if (!file) throw new Error(`Nothing was made of ${entry}`)
  return file.text
}
