import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bucket, folder, type Storage } from './storage'

const root = mkdtempSync(path.join(tmpdir(), 'lectern-storage-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** As much of S3 as is used: objects by path, for whoever signs. */
const objects = new Map<string, Buffer>()
const server = createServer(async (req, res) => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  const name = req.url ?? ''
  if (!/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/us-east-1\/s3\/aws4_request/.test(req.headers.authorization ?? ''))
    return void res.writeHead(403).end()
  if (req.method === 'PUT') objects.set(name, Buffer.concat(chunks))
  if (req.method === 'DELETE') return void res.writeHead(objects.delete(name) ? 204 : 404).end()
  const found = objects.get(name)
  return void res.writeHead(found ? 200 : 404).end(req.method === 'GET' ? found : '')
})
let address = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/photos`
})
afterAll(() => void server.close())

const kinds: Record<string, () => Storage> = {
  'a folder': () => folder(path.join(root, 'files')),
  'a bucket': () => bucket({ address, keys: { accessKeyId: 'key', secretAccessKey: 'secret' } }),
}

test.each(Object.entries(kinds))('%s gives back what was put in, and nothing once it is removed', async (_, open) => {
  const files = open()
  const bytes = Buffer.from([0, 1, 2, 255])
  expect(await files.get('face-1.webp')).toBeNull()
  await files.put('face-1.webp', bytes, 'image/webp')
  await files.put('face-1.webp', bytes, 'image/webp')
  expect(await files.get('face-1.webp')).toEqual(bytes)
  await files.remove('face-1.webp')
  await files.remove('face-1.webp')
  expect(await files.get('face-1.webp')).toBeNull()
})

test.each(Object.entries(kinds))('%s takes no name that leads elsewhere', async (_, open) => {
  for (const name of ['../secret', 'a/b', '', '.hidden', 'A b'])
    await expect((async () => open().get(name))()).rejects.toThrow('Not a file’s name')
})

test('a folder keeps no half-written file', () => {
  expect(readdirSync(path.join(root, 'files'))).toEqual([])
})
