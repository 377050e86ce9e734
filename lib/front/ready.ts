import { STATUS_CODES } from 'node:http'
import { type Answer, fullHead } from './answer'
import type { Ready } from './door'
import { type Body, negotiate } from './pack'

const most = 32 * 1024 * 1024

/**
 * Whole answers as one buffer each, as node:http would write them. They hold the date and so live for one second, and
 * are few: what was asked for within that second, up to a number of bytes.
 */
export function createReady(answerFor: (url: string) => Answer | undefined, keepAliveMs: number): Ready {
  const buffers = new Map<Body, Buffer>()
  let second = 0
  let bytes = 0
  let tail = ''
  const renew = (now: number) => {
    second = now
    bytes = 0
    buffers.clear()
    const date = new Date(now * 1000).toUTCString()
    tail = `Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAliveMs / 1000)}\r\n\r\n`
  }

  return (url, acceptEncoding) => {
    const answer = answerFor(url)
    if (answer?.status !== 200) return undefined
    const encoding = negotiate(acceptEncoding, answer.body)
    const body = answer.body[encoding] ?? answer.body.identity
    const now = Math.floor(Date.now() / 1000)
    if (now !== second) renew(now)
    const known = buffers.get(body)
    if (known) return known
    const lines = Object.entries(fullHead(answer, encoding)).map(([name, value]) => `${name}: ${value}\r\n`)
    const head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}\r\n${lines.join('')}${tail}`
    const buffer = Buffer.concat([Buffer.from(head, 'latin1'), body.bytes])
    bytes += buffer.length
    if (bytes <= most) buffers.set(body, buffer)
    return buffer
  }
}
