import { once } from 'node:events'
import net from 'node:net'
import { expect, test } from 'vitest'
import { smtpPost } from './smtp'

/** A server that takes everything, and whose connections a test can end. */
async function aServer() {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket.on('error', () => {}).setEncoding('utf8'))
    let isText = false
    socket.write('220 here\r\n')
    socket.on('data', (lines: string) => {
      for (const line of lines.split('\r\n').filter(Boolean)) {
        if (isText && line !== '.') continue
        isText = /^DATA/i.test(line)
        socket.write(isText ? '354 go on\r\n' : '250 fine\r\n')
      }
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const hangUp = () => Promise.all([...sockets].map((socket) => once(socket.destroy(), 'close')))
  return { url, hangUp, close: () => server.close() }
}

const letter = { messageId: '<a@b>', from: 'a@b.org', to: { name: '', address: 'c@d.org' } }
const text = { subject: 'A letter', text: 'It says little.', html: '<p>It says little.</p>' }

test('a letter that is called back after its connection ended fails alone, not its process', async () => {
  const server = await aServer()
  const post = smtpPost(server.url)
  let callBack = (_: Error) => {}
  let ready = () => {}
  const isHeld = new Promise<void>((resolve) => {
    ready = resolve
  })
  const held = new Promise<void>((_, reject) => {
    callBack = reject
  })
  const beforeLastLine = () => {
    ready()
    return held
  }
  const sent = post.send({ ...letter, ...text, beforeLastLine })
  const failed = expect(sent).rejects.toThrow('Connection closed')
  await isHeld
  await server.hangUp()
  await failed
  callBack(new Error('Another worker has it'))
  // What would end the process comes in the next turns.
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  post.close()
  server.close()
})

test('a letter that is called back while its connection stands is not sent, and says why', async () => {
  const server = await aServer()
  const post = smtpPost(server.url)
  const beforeLastLine = () => Promise.reject(new Error('Another worker has it'))
  await expect(post.send({ ...letter, ...text, beforeLastLine })).rejects.toThrow('Another worker has it')
  post.close()
  await server.hangUp()
  server.close()
})
