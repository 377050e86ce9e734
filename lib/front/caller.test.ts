import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { sayWhoCalls } from './caller'

test.each([
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['203.0.113.9', undefined, '203.0.113.9'],
  ['::ffff:203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['2001:db8::9', '198.51.100.1', '2001:db8::9'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::ffff:10.0.0.7', '198.51.100.1', '198.51.100.1'],
  ['::1', undefined, '::1'],
])('from %s, saying %s: %s', (address, said, expected) => {
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: address })
  const req = new IncomingMessage(socket)
  if (said) req.headers['x-forwarded-for'] = said
  sayWhoCalls(req)
  expect(req.headers['x-forwarded-for']).toBe(expected)
})
