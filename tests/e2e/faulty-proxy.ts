import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What becomes of a request: it arrives and is answered; it never arrives; it arrives, and its answer is lost. */
export type Fate = 'passes' | 'is-lost' | 'answer-is-lost'

export interface FaultyProxy {
  /** For `proxy.server` of a browser context. */
  url: string
  /** Asked of every request before it goes on. */
  decide: (asked: IncomingMessage) => Fate | Promise<Fate>
  /** After an answer has come that is to be lost, before the browser hears of it. */
  beforeLoss: () => Promise<unknown>
  close(): Promise<void>
}

/**
 * A proxy for plain HTTP, to lose what goes between a browser and the app outside of the browser, which keeps its cache.
 * Every answer closes its connection: on one that had served before, Chromium would send again what was lost.
 */
export async function startFaultyProxy(): Promise<FaultyProxy> {
  const server = createServer((asked, answer) => {
    forward(proxy, asked, answer).catch(() => asked.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: FaultyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    decide: () => 'passes',
    beforeLoss: async () => {},
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return proxy
}

async function forward(proxy: FaultyProxy, asked: IncomingMessage, answer: ServerResponse) {
  const fate = await proxy.decide(asked)
  if (fate === 'is-lost') return asked.socket.destroy()
  const found = await ask(asked)
  if (fate === 'answer-is-lost') {
    for await (const _ of found);
    await proxy.beforeLoss()
    return asked.socket.destroy()
  }
  answer.writeHead(found.statusCode ?? 502, withoutConnection(found.rawHeaders))
  answer.once('close', () => found.destroy())
  found.once('error', () => answer.destroy())
  found.pipe(answer)
}

function ask(asked: IncomingMessage): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { 'proxy-connection': _, ...headers } = asked.headers
    const sent = request(
      asked.url ?? '',
      { method: asked.method, headers: { ...headers, connection: 'close' } },
      resolve,
    )
    sent.on('error', reject)
    asked.pipe(sent)
  })
}

function withoutConnection(raw: string[]): string[] {
  const kept = raw.filter((_, at) => !/^(connection|keep-alive)$/i.test(raw[at - (at % 2)] ?? ''))
  return [...kept, 'connection', 'close']
}
