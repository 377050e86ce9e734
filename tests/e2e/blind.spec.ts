import { expect, type PlaywrightWorkerArgs, test } from '@playwright/test'
import { refuse } from '@/features/access/rules'
import { PAGES, type PagePath } from '@/features/access/table'
import { becomeOthers, TELLING } from '../identities'
import { aBlindEvent } from './blind-event'
import { query } from './database'
import { demoFacts } from './pages'

const NAMES = ['Quillfeather', 'Nightingale', 'hidden.example']

type Blind = Awaited<ReturnType<typeof aBlindEvent>>

/** Every address that a row of the access table has for this reviewer. */
async function addressesOf({ slug, event, codes, person, tag }: Blind): Promise<{ own: string[]; shared: string[] }> {
  const demo = await demoFacts()
  const open = (Object.keys(PAGES) as PagePath[]).filter((path) => refuse(PAGES[path], person, event, true) === null)
  const values: Record<string, string[]> = {
    locale: [''],
    event: [slug],
    code: codes,
    slug: [`quillfeather-0-${tag}`, 'harbor', 'nightingale-1'],
    tag: ['security'],
    year: ['2018'],
    page: ['about'],
  }
  const filled = (path: string): string[] => {
    const name = /\[(?:\.\.\.)?(\w+)\]/.exec(path)?.[1]
    if (!name) return [path.replace(/^\/(?=\/)/, '') || '/']
    return (values[name] ?? ['nobody']).flatMap((value) => filled(path.replace(/\[[^\]]+\]/, value)))
  }
  const all = open
    .filter(
      (path) => !path.startsWith('/api/auth') && !path.startsWith('/sign-') && !/metrics|readyz|healthz/.test(path),
    )
    .flatMap(filled)
  const asked = NAMES.flatMap((name) => [
    `/admin/find?q=${name}`,
    `/search?q=${name}`,
    `/admin/events/${slug}/proposals?q=${name}`,
    `/api/v1/people?q=${name}`,
    `/api/v1/search?q=${name}`,
  ])
  const sorted = ['title', '-title', 'oldest', 'reviews'].map((sort) => `/admin/events/${slug}/proposals?sort=${sort}`)
  const own = all.filter((path) => /^\/(admin|me|events\/blind)/.test(path))
  const shared = all.filter((path) => !own.includes(path) && !path.startsWith('/dev'))
  return { own: [...own, ...asked, ...sorted], shared: [...shared, `/admin/events/${demo.coming}`] }
}

/**
 * A key of a form, a nonce and the moment of asking are of one answer alone. What the framework hands to its scripts comes in rows, numbered
 * and ordered as they were ready: they are compared without their numbers, as a set.
 */
function masked(text: string): string {
  const rows: string[] = []
  const document = text
    .replace(/self\.__next_f\.push\(\[1,"((?:[^"\\]|\\.)*)"\]\)/g, (_, part: string) => {
      rows.push(part)
      return ''
    })
    .replace(/(?:<script nonce="[^"]*"><\/script>)+/g, '')
  const said = rows
    .join('')
    .split('\\n')
    .map((row) => row.replace(/^[0-9a-f]+:/, '').replace(/\$([A-Zg-z@]?)[0-9a-f]+/g, '$$$1'))
  return [document, ...said.sort()]
    .join('\n')
    .replace(/(now\\*":\\*"\$D)[^"\\]*/g, '$1the moment')
    .replace(/nonce(=\\?"|\\*":\\*"|-)[\w+/=-]+/g, 'nonce$1')
    .replace(/(name="key" value="|[kK]ey(?:&quot;|\\*"):(?:&quot;|\\*"))[0-9a-f]{8}-[0-9a-f-]{27}/g, '$1a random key')
}

/** Where two answers part, with what stands there. */
function difference(path: string, before = '', after = ''): string[] {
  if (before === after) return []
  const at = [...before].findIndex((_, index) => before[index] !== after[index])
  const around = (text: string) => text.slice(Math.max(0, at - 80), at + 120)
  return [`${path}: ${around(before)} BECAME ${around(after)}`]
}

const HEADERS = ['location', 'content-type', 'content-disposition', 'link', 'cache-control']

async function fetchAll(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string,
  { token }: Blind,
  paths: string[],
) {
  const cookie = `next-auth.session-token=${token}`
  const context = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } })
  const got = new Map<string, string>()
  for (const path of paths) {
    const answer = await context.get(path, { maxRedirects: 0 })
    const headers = answer.headers()
    got.set(
      path,
      masked([answer.status(), ...HEADERS.map((name) => headers[name] ?? ''), await answer.text()].join('\n')),
    )
  }
  await context.dispose()
  return got
}

test('whoever the speakers are, every page that a blind reviewer may open is the same, byte for byte', async ({
  playwright,
  baseURL: origin,
}) => {
  const baseURL = origin ?? ''
  test.setTimeout(240_000)
  const blind = await aBlindEvent()
  const { own, shared } = await addressesOf(blind)
  // Once unseen: what is rendered for the first time is kept, and its headers say so.
  await fetchAll(playwright, baseURL, blind, own)
  const before = await fetchAll(playwright, baseURL, blind, own)
  await query(becomeOthers(blind.speakers))
  const after = await fetchAll(playwright, baseURL, blind, own)
  // The framework streams its rows as they are ready: an order that chance makes comes again, a name never goes.
  for (let again = 0; again < 5; again++) {
    const other = own.filter((path) => after.get(path) !== before.get(path))
    for (const [path, text] of await fetchAll(playwright, baseURL, blind, other)) after.set(path, text)
  }
  expect(own.flatMap((path) => difference(path, before.get(path), after.get(path)))).toEqual([])

  const [first = ''] = blind.codes
  const page = (path: string) => before.get(`/admin/events/${blind.slug}${path}`) ?? ''
  for (const path of ['/proposals', `/proposals/${first}`, '/review', `/review/${first}`])
    expect(page(path)).toContain(`Alerts 0 ${blind.tag}`)
  const fetched = [...(await fetchAll(playwright, baseURL, blind, shared)), ...before].filter(
    ([path]) => !/q=|quillfeather|nightingale/.test(path),
  )
  for (const word of TELLING)
    expect(fetched.filter(([, text]) => text.includes(word)).map(([path]) => path)).toEqual([])
})
