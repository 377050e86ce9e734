import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Running, startUntil } from './processes'

export const hasNginx = () => spawnSync('nginx', ['-v']).error === undefined

/** nginx with one worker over the same compressed bytes, at this port. */
export async function startNginx(body: Buffer, port: number): Promise<{ stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-nginx-'))
  spawnSync('chmod', ['755', folder])
  writeFileSync(path.join(folder, 'article'), body)
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log; daemon off;
     events { worker_connections 1024; }
     http { access_log off; open_file_cache max=10; keepalive_requests 1000000000;
       server { listen 127.0.0.1:${port};
         location / { root ${folder}; try_files /article =404; default_type "text/html; charset=utf-8";
           add_header Content-Encoding gzip; add_header Vary Accept-Encoding; } } }`,
  )
  const child = spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')])
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await wait(500)
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same build under `next start`, on the same database. */
export function startNext(port: number, databaseUrl: string, appUrl: string): Promise<Running> {
  const args = ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1']
  const secret = 'a-secret-of-the-benchmark-nobody-needs-it'
  const env = {
    DATABASE_URL: databaseUrl,
    APP_URL: appUrl,
    LECTERN_DEMO: '1',
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: appUrl,
  }
  return startUntil(process.execPath, args, 'Ready', { env })
}
