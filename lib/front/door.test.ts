import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHead } from './door'
import { aFront, portIn, randomFrom, type Served } from './testing'

const pages = (url: string) => {
  if (url === '/blog/none') return { status: 404 }
  if (url === '/blog/moved') return { status: 308, headers: { location: '/blog/a' } }
  return { body: `<!DOCTYPE html><title>${url}</title><p>${'text '.repeat(200)}</p>` }
}

let door: Served
let plain: Served

beforeAll(async () => {
  ;[door, plain] = await Promise.all([aFront(pages), aFront(pages, { door: false })])
  for (const front of [door, plain]) {
    for (const path of ['/blog/a', '/blog/b', '/blog/none', '/blog/moved', '/404-page']) await front.get(path)
  }
})

afterAll(async () => {
  await Promise.all([door.close(), plain.close()])
})

const head = (first: string, ...lines: string[]) => `${[first, ...lines, '', ''].join('\r\n')}`
const host = 'Host: lectern.test'

/** Answered from memory in the same turn, whoever does it. */
const swift = [
  head('GET /blog/a HTTP/1.1', host),
  head('GET /blog/a HTTP/1.1', host, 'Accept-Encoding: gzip, br', 'User-Agent: A/1.0 (B; C)'),
  head(
    'GET /blog/b HTTP/1.1',
    'accept-encoding:gzip',
    'HOST: [::1]:3000',
    'Cookie: session=secret',
    'Connection: keep-alive',
  ),
  head('GET /blog/b HTTP/1.1', host, 'If-None-Match: *'),
  head('HEAD /blog/a HTTP/1.1', host),
  head('GET /blog/a?utm_source=x HTTP/1.1', host),
  head('GET /% HTTP/1.1', host),
]
/** So many of them, the first, are the door's own. */
const plainOnes = 3
const slow = [
  head('GET /blog/none HTTP/1.1', host),
  head('GET /blog/moved HTTP/1.1', host),
  head('GET /search?q=helm HTTP/1.1', host),
  head('GET /blog/a HTTP/1.1', host, 'RSC: 1'),
  `${head('GET /blog/a HTTP/1.1', host, 'Content-Length: 5')}GET /`,
  `${head('GET /blog/a HTTP/1.1', host, 'Transfer-Encoding: chunked')}3\r\nabc\r\n0\r\n\r\n`,
]
const broken = [
  head('GET /blog/a HTTP/1.1'),
  head('GET /blog/a HTTP/1.1', host, host),
  head('GET /blog/a HTTP/1.1', host, ' folded: x'),
  head('GET /blog/a HTTP/1.1', host, 'X: a\0b'),
  head('GET /blog/a HTTP/1.1', host, 'X: a\rb'),
  head('GET /blog/a HTTP/1.1', host, 'X: a\nY: b'),
  head('GET /blog/a HTTP/1.1', host, 'X : b'),
  head('GET /blog/a HTTP/1.1', host, ': b'),
  head('GET  /blog/a HTTP/1.1', host),
  head('GET /blog/a\x7f HTTP/1.1', host),
  head('GET /blog/a HTTP/1.2', host),
  head('GET /blog/a HTTP/1.0', host),
  head('get /blog/a HTTP/1.1', host),
  head('GET /blog/a HTTP/1.1', host, 'Content-Length: 1, 2'),
  head('GET /blog/a HTTP/1.1', host, 'Content-Length: 3', 'Transfer-Encoding: chunked'),
  'GET /blog/a HTTP/1.1\nHost: a\n\n',
]
const last = head('GET /blog/b HTTP/1.1', host, 'Connection: close')

/** Long enough for the server, in the same process, to read what was written before. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next))
}

/** Writes the pieces some turns apart and gives back all that was answered, without the dates. */
function converse(port: number, pieces: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const answered: Buffer[] = []
    const socket = connect(port, '127.0.0.1', async () => {
      for (const piece of pieces) {
        await turns(4)
        if (socket.destroyed) break
        socket.write(piece, 'latin1')
      }
    })
    socket.setNoDelay(true)
    socket.on('data', (chunk) => answered.push(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!/ECONNRESET|EPIPE/.test(error.code ?? '')) reject(error)
    })
    socket.on('close', () =>
      resolve(
        Buffer.concat(answered)
          .toString('latin1')
          .replace(/(Date|last-modified): [^\r]*/g, '$1'),
      ),
    )
  })
}

function piecesOf(text: string, random: (limit: number) => number): string[] {
  const pieces: string[] = []
  for (let rest = text; rest; ) {
    const length = random(3) === 0 ? rest.length : 1 + random(Math.min(rest.length, 120))
    pieces.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return pieces
}

/** Plain requests that come alone, then requests of every kind, each alone, or all together cut in pieces. */
function aConversation(random: (limit: number) => number): string[] {
  const pick = (list: string[]) => list[random(list.length)] ?? last
  const isBroken = random(4) === 0
  const requests = Array.from({ length: random(6) }, () => pick(isBroken || random(3) > 0 ? swift : slow))
  requests.push(isBroken ? pick(broken) : last)
  if (isBroken) requests.push(last)
  const alone = Array.from({ length: random(5) }, () => pick(swift.slice(0, plainOnes)))
  return [...alone, ...(random(3) === 0 ? requests : piecesOf(requests.join(''), random))]
}

test('thousands of split and pipelined conversations are answered as node:http answers them', async () => {
  const random = randomFrom(7)
  let behindDoor = 0
  door.front.http.on('request', () => {
    behindDoor += 1
  })
  let behindNothing = 0
  plain.front.http.on('request', () => {
    behindNothing += 1
  })
  const [doorPort, plainPort] = [portIn(door.front.server), portIn(plain.front.server)]
  for (let round = 0; round < 150; round += 1) {
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const pieces = aConversation(random)
        const [fromDoor, fromHttp] = await Promise.all([converse(doorPort, pieces), converse(plainPort, pieces)])
        expect({ pieces, answered: fromDoor }).toEqual({ pieces, answered: fromHttp })
        expect(fromHttp).toMatch(/^HTTP\/1\.1 /)
      }),
    )
  }
  // As many were answered at the door alone as to make the comparison worth something.
  expect(behindNothing - behindDoor).toBeGreaterThan(1000)
}, 120_000)

test('only a lone, complete, plain GET passes the door', () => {
  expect(readHead(Buffer.from(swift[1] ?? ''))).toEqual({ url: '/blog/a', acceptEncoding: 'gzip, br' })
  for (const text of [...broken, ...slow.slice(3), ...swift.slice(3, 5), last, `${swift[0]}${swift[0]}`]) {
    expect([text, readHead(Buffer.from(text, 'latin1'))]).toEqual([text, null])
  }
  for (const line of [
    'Authorization: x',
    'Cookie: __prerender_bypass=x',
    'Range: bytes=0-1',
    'X: \xe9',
    'Upgrade: websocket',
  ]) {
    expect(readHead(Buffer.from(head('GET /blog/a HTTP/1.1', host, line), 'latin1'))).toBeNull()
  }
  for (let cut = 1; cut < last.length; cut += 1) expect(readHead(Buffer.from(last.slice(0, cut)))).toBeNull()
})

test('a head that takes long to refuse is refused quickly', () => {
  const started = performance.now()
  for (const filler of [' ', 'a', ':', '\t', 'a: b\r\n']) {
    readHead(Buffer.from(`GET / HTTP/1.1\r\nX:${filler.repeat(4000)}`.slice(0, 4095)))
  }
  expect(performance.now() - started).toBeLessThan(100)
})

test('closing waits for nobody who is idle and for everybody who is being answered', async () => {
  let finish = () => {}
  const slowly = new Promise<void>((resolve) => {
    finish = resolve
  })
  let begun = () => {}
  const isBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const served = await aFront(async (url) => {
    if (url === '/me') {
      begun()
      await slowly
    }
    return { body: url }
  })
  const port = portIn(served.front.server)
  await served.get('/blog/a')
  const idle = converse(port, [swift[0] ?? ''])
  const silent = converse(port, [])
  const busy = converse(port, [head('GET /me HTTP/1.1', host)])
  await isBegun
  const closed = served.close()
  expect(await silent).toBe('')
  expect(await idle).toMatch(/^HTTP\/1\.1 200 OK/)
  finish()
  expect(await busy).toMatch(/\/me/)
  await closed
})
