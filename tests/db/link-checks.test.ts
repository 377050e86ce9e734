import { createServer, type IncomingMessage, type Server } from 'node:http'
import { addDays } from 'date-fns'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkLinks, requestLinkCheck } from '@/features/editing/commands/check-links'
import { linksWork, userAgent } from '@/features/editing/jobs'
import { getLinkProgress } from '@/features/editing/queries/links'
import { getDesk } from '@/features/editing/queries/texts'
import { db } from '@/lib/db'
import { portIn } from '@/lib/front/testing'
import { aPerson } from '../factories'
import { aText } from '../searchable'

/** Of the machine's own server alone: what is tested must not reach any other. */
const mayReach = (address: string) => address === '127.0.0.1' || address === '::1'
const how = { userAgent: 'Tests', onlyRequested: false, mayReach, timeoutMs: 400 }
const still = new AbortController().signal

let server: Server
let at = ''
let asked: string[] = []
let running = 0
let atOnce = 0
let agents = new Set<string | undefined>()
beforeEach(async () => {
  ;[asked, running, atOnce, agents] = [[], 0, 0, new Set()]
  server = createServer((req, res) => {
    asked.push(`${req.method} ${req.url}`)
    agents.add(req.headers['user-agent'])
    atOnce = Math.max(atOnce, ++running)
    res.on('close', () => running--)
    const [status, headers] = answerTo(req)
    if (status > 0) setImmediate(() => res.writeHead(status, headers).end(req.method === 'GET' ? 'x' : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  at = `http://127.0.0.1:${portIn(server)}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function answerTo({ method, url }: IncomingMessage): [number, Record<string, string>] {
  if (url === '/gone') return [404, {}]
  if (url === '/no-head') return [method === 'HEAD' ? 405 : 200, {}]
  if (url === '/moved') return [301, { location: '/fine' }]
  if (url === '/moved-away') return [302, { location: '/gone' }]
  if (url === '/inwards') return [302, { location: 'http://169.254.169.254/latest/meta-data' }]
  if (url === '/round') return [302, { location: '/round' }]
  if (url === '/file') return [302, { location: 'file:///etc/passwd' }]
  return [url === '/silent' ? 0 : 200, {}]
}

const links = (...paths: string[]) => paths.map((path) => `${at}${path}`)
async function aTextTo(urls: string[], facts: Parameters<typeof aText>[0] = {}) {
  const { id } = await aText(facts)
  await db.document.update({ where: { id }, data: { links: urls } })
}
const results = async () =>
  Object.fromEntries(
    (await db.linkCheck.findMany()).map(({ url, status, problem }) => [url.replace(at, ''), status ?? problem]),
  )

test('each link of a published text is asked for, its head first, and what comes of it is kept with the time', async () => {
  await aTextTo(
    links('/fine', '/fine#part', '/gone', '/no-head', '/moved', '/moved-away', '/silent', '/round', '/file'),
  )
  await aTextTo(['/blog/x', 'mailto:a@example.org', '#part'])
  await aTextTo(links('/draft'), { visibleFrom: null })
  await checkLinks(still, how)
  expect(await results()).toEqual({
    ...{ '/fine': 200, '/gone': 404, '/no-head': 200, '/moved': 200, '/moved-away': 404 },
    ...{ '/silent': 'timeout', '/round': 'redirects', '/file': 'redirects' },
  })
  expect(asked.filter((line) => line.endsWith(' /fine'))).toEqual(['HEAD /fine', 'HEAD /fine'])
  expect(asked).toEqual(expect.arrayContaining(['HEAD /no-head', 'GET /no-head']))
  expect([...agents]).toEqual(['Tests'])
  expect(await db.linkCheck.count({ where: { checkedAt: null } })).toBe(0)
})

test('of one host there is never more than one question at a time, however many processes ask', async () => {
  await aTextTo(links('/a', '/b', '/c', '/d', '/e', '/f'))
  await Promise.all([checkLinks(still, how), checkLinks(still, how), checkLinks(still, how)])
  await checkLinks(still, how)
  expect(asked.map((line) => line.replace('HEAD ', '')).sort()).toEqual(['/a', '/b', '/c', '/d', '/e', '/f'])
  expect(atOnce).toBe(1)
})

test('nothing leads into a private network: no address, no name and no redirect', async () => {
  await aTextTo([...links('/inwards'), 'http://[::ffff:10.0.0.1]/', 'http://10.0.0.1/'])
  await checkLinks(still, how)
  expect(await results()).toMatchObject({ '/inwards': 'private', 'http://10.0.0.1/': 'private' })
  await db.linkCheck.deleteMany()
  asked = []
  const { mayReach: _, ...asServed } = how
  await aTextTo([...links('/fine'), `http://localhost:${portIn(server)}/fine`, 'http://[::1]/', 'http://0x7f.1/'])
  await checkLinks(still, asServed)
  expect(asked).toEqual([])
  expect(new Set(Object.values(await results()))).toEqual(new Set(['private']))
})

test('a week later they are asked for again, not before', async () => {
  await aTextTo(links('/fine'))
  await checkLinks(still, how)
  await checkLinks(still, { ...how, now: () => addDays(new Date(), 6) })
  expect(asked).toHaveLength(1)
  await checkLinks(still, { ...how, now: () => addDays(new Date(), 8) })
  expect(asked).toHaveLength(2)
})

test('a demonstration asks for nothing by itself, and for all once an editor wants it', async () => {
  await aTextTo(links('/fine'))
  await linksWork.run(still)
  expect(await getLinkProgress()).toEqual({ known: 1, waiting: 0, lastAt: null })
  expect(await requestLinkCheck(await aPerson({ roles: ['editor'] }), new Date())).toBe(1)
  expect(await getLinkProgress()).toMatchObject({ known: 1, waiting: 1 })
  await checkLinks(still, { ...how, onlyRequested: true })
  await checkLinks(still, { ...how, onlyRequested: true })
  expect(asked).toEqual(['HEAD /fine'])
  expect(await getLinkProgress()).toMatchObject({ waiting: 0, lastAt: expect.any(Date) })
})

test('a check that is ended leaves the rest due, and what no text leads to any more is forgotten', async () => {
  await aTextTo(links('/silent', '/fine'))
  const ending = new AbortController()
  server.once('request', () => ending.abort(new Error('ended')))
  expect(await checkLinks(ending.signal, { ...how, timeoutMs: 60_000 })).toBe(2)
  await db.document.deleteMany()
  await checkLinks(still, how)
  expect(await db.linkCheck.count()).toBe(0)
})

test('the desk names what is gone, with its status and the day', async () => {
  await aTextTo(links('/gone'), { title: 'A text that leads nowhere any more' })
  await checkLinks(still, how)
  const { items } = await getDesk({ page: 1 }, new Date())
  const today = new Date().toISOString().slice(0, 10)
  expect(items[0]?.findings.map(({ reason }) => reason)).toContain(`${at}/gone is gone: it answered 404 on ${today}.`)
})

test('who asks is named, and where to complain', () => {
  expect(userAgent()).toMatch(/^[\x20-\x7e]+ link check \(\+http/)
})
