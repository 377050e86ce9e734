import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions, request } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFront, type Front, type FrontOptions } from './index'
import { touch } from './tags'

/** What a build writes for the routes that the tests ask for. */
export const manifest = {
  '/(app)/me/page': '/me',
  '/(app)/events/[event]/submit/page': '/events/[event]/submit',
  '/(app)/sign-in/page': '/sign-in',
  '/(site)/[locale]/page': '/[locale]',
  '/(site)/[locale]/[page]/page': '/[locale]/[page]',
  '/(site)/[locale]/404-page/page': '/[locale]/404-page',
  '/(site)/[locale]/preview/[token]/page': '/[locale]/preview/[token]',
  '/(site)/[locale]/blog/page': '/[locale]/blog',
  '/(site)/[locale]/blog/[slug]/page': '/[locale]/blog/[slug]',
  '/(site)/[locale]/case-studies/page': '/[locale]/case-studies',
  '/(site)/[locale]/projects/page': '/[locale]/projects',
  '/(site)/[locale]/case-studies/figures/page': '/[locale]/case-studies/figures',
  '/(site)/[locale]/events/[event]/page': '/[locale]/events/[event]',
  '/(site)/[locale]/events/[event]/sessions/[code]/page': '/[locale]/events/[event]/sessions/[code]',
  '/(site)/[locale]/search/page': '/[locale]/search',
  '/(site)/[locale]/feed.xml/route': '/[locale]/feed.xml',
  '/(site)/sitemap.xml/route': '/sitemap.xml',
  '/_not-found/page': '/_not-found',
  '/api/session/route': '/api/session',
}

export interface Page {
  status?: number
  headers?: Record<string, string | string[]>
  body?: string
  tags?: string[]
}

export type Pages = (url: string, req: IncomingMessage) => Page | Promise<Page>

export interface Served {
  front: Front
  /** Every request that got as far as Next, in order. */
  asked: { url: string; headers: IncomingHttpHeaders }[]
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Reply>
  close(): Promise<void>
}

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  text: string
}

/** A front before a handler that answers as `pages` says, listening on a free port. */
export async function aFront(pages: Pages, options: Partial<FrontOptions> = {}): Promise<Served> {
  const folder = aBuild()
  const asked: Served['asked'] = []
  const front = createFront({
    nextDir: join(folder, '.next'),
    publicDir: join(folder, 'public'),
    appUrl: 'http://lectern.test',
    databaseUrl: null,
    ...options,
    handler: async (req, res) => {
      const url = req.url ?? ''
      asked.push({ url, headers: req.headers })
      const { status = 200, headers = {}, body = '', tags = [] } = await pages(url, req)
      touch(...tags)
      res.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
      res.end(body)
    },
  })
  const port = await listening(front.server)
  const agent = new Agent({ keepAlive: true })
  const get: Served['get'] = (path, headers = {}, method = 'GET') => ask({ port, path, headers, method, agent })
  const close = async () => {
    agent.destroy()
    await front.close()
    rmSync(folder, { recursive: true })
  }
  return { front, asked, get, close }
}

function aBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'front-'))
  for (const sub of ['.next/static/chunks', 'public/islands']) mkdirSync(join(folder, sub), { recursive: true })
  writeFileSync(join(folder, '.next/app-path-routes-manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, '.next/static/chunks/a.js'), `console.log(${'1,'.repeat(300)}1)`)
  writeFileSync(join(folder, 'public/islands/menu.abc.js'), 'customElements.define("x-menu", class {})')
  writeFileSync(join(folder, 'public/theme.js'), 'document.title')
  return folder
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portIn(server)))
  })
}

export function portIn(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function ask(options: RequestOptions): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...options, host: '127.0.0.1' }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body, text: body.toString() })
      })
    })
    outgoing.on('error', reject).end()
  })
}

/** Numbers below `limit`, the same for the same seed. */
export function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
