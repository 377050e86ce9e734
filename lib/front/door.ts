import type { Server as HttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'

/** The whole answer to a plain GET, head and body, or undefined where it takes more than memory. */
export type Ready = (url: string, acceptEncoding: string | undefined) => Buffer | undefined

/** A lone, complete request head: no body, no folding, no bare CR or LF, nothing outside printable ASCII. */
const plainGet = /^GET (\/[!-~]*) HTTP\/1\.1\r\n((?:[\w!#$%&'*+.^`|~-]+:[ -~\t]*\r\n)+)\r\n$/
const longestHead = 4096
/** What makes a request more than plain. `connection` may still say keep-alive. */
const notPlain =
  /^(?:authorization|content-.*|expect|if-.*|keep-alive|proxy-.*|range|rsc|te|trailer|transfer-encoding|upgrade|http2-settings)$/
const plainHost = /^[A-Za-z0-9.:[\]-]+$/
const draftMode = /__prerender_bypass=|__next_preview/

/**
 * A door before `http`: it answers a lone plain GET from one ready buffer, at several times the speed of node:http, and
 * hands a socket on for good with the first request that is anything else.
 */
export function openDoor(http: HttpServer, ready: Ready): Server {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const onData = (chunk: Buffer) => {
      const asked = socket.writableLength === 0 ? readHead(chunk) : null
      const answer = asked && ready(asked.url, asked.acceptEncoding)
      if (!answer) return handOn(chunk)
      socket.setTimeout(http.keepAliveTimeout)
      socket.write(answer)
    }
    const onEnd = () => void socket.end()
    const leave = () => void socket.destroy()
    const handOn = (chunk: Buffer) => {
      socket.off('data', onData).off('end', onEnd).off('timeout', leave).off('error', leave)
      socket.setTimeout(0)
      socket.pause()
      socket.unshift(chunk)
      http.emit('connection', socket)
      socket.resume()
    }
    socket.setTimeout(http.headersTimeout)
    socket.on('data', onData).on('end', onEnd).on('timeout', leave).on('error', leave)
  })
  // What node:http does on listening is to watch its connections for those that dawdle; its own never listens.
  door.on('listening', () => http.emit('listening'))
  return door
}

/** Address and encodings of a plain GET, or null for any other request. */
export function readHead(chunk: Buffer): { url: string; acceptEncoding: string | undefined } | null {
  if (chunk.length > longestHead) return null
  const head = plainGet.exec(chunk.toString('latin1'))
  if (!head) return null
  const [, url = '', lines = ''] = head
  let hosts = 0
  let acceptEncoding: string | undefined
  for (const line of lines.split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (notPlain.test(name)) return null
    if (name === 'connection' && value.toLowerCase() !== 'keep-alive') return null
    if (name === 'cookie' && draftMode.test(value)) return null
    if (name === 'host') {
      hosts += 1
      if (!plainHost.test(value)) return null
    }
    if (name === 'accept-encoding') {
      if (acceptEncoding !== undefined) return null
      acceptEncoding = value
    }
  }
  return hosts === 1 ? { url, acceptEncoding } : null
}
