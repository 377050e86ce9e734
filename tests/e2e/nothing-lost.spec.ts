import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as once } from 'node:timers/promises'
import { type BrowserContext, test as base, type CDPSession, expect, type Page } from '@playwright/test'
import { TEST_ORIGIN } from '@/scripts/test-ports'
import { seeded } from '@/tests/engines/seeded'
import { query } from './database'
import { type FaultyProxy, startFaultyProxy } from './faulty-proxy'
import { demoFacts } from './pages'
import { aSession, signInAs } from './session'

const SEEDS = 50
const AT_ONCE = 5
const PATIENCE_MS = 10_000

/** What happens after a request: the tab dies, the session ends, the network goes, or the answer alone is lost. */
const FAULTS = ['tab', 'session', 'network', 'answer'] as const

/** Pages and what is sent to them; not what a page is made of. */
const OURS = /^http:\/\/localhost:\d+\/(me|events|sign-in)/

interface Place {
  context: BrowserContext
  proxy: FaultyProxy
  /** Where words are looked for. */
  lookout: Page
  devtools: CDPSession
}

/** One browser for all seeds, which remembers nothing of the one before but what pages are made of. */
const test = base.extend<object, { place: Place }>({
  place: [
    async ({ browser }, use) => {
      const proxy = await startFaultyProxy()
      const context = await browser.newContext({ baseURL: TEST_ORIGIN, proxy: { server: proxy.url } })
      context.setDefaultTimeout(10_000)
      context.setDefaultNavigationTimeout(20_000)
      const lookout = await context.newPage()
      await use({ context, proxy, lookout, devtools: await context.newCDPSession(lookout) })
      await context.close()
      await proxy.close()
    },
    { scope: 'worker' },
  ],
})
test.describe.configure({ mode: 'parallel' })
test.use({ trace: 'off' })

for (let first = 1; first <= SEEDS; first += AT_ONCE)
  test(`whatever dies after whichever request, every typed word is found again: seeds ${first} to ${first + AT_ONCE - 1}`, async ({
    place,
  }) => {
    test.setTimeout(300_000)
    const { coming } = await demoFacts()
    const path = `/events/${coming}/submit`
    for (let seed = first; seed < first + AT_ONCE; seed++)
      await test.step(`seed ${seed}`, () => live(place, path, seed))
  })

async function live(place: Place, path: string, seed: number) {
  const { context, proxy, lookout } = place
  const random = seeded(seed)
  const fault = FAULTS[seed % FAULTS.length] ?? 'tab'
  const isVisitor = random() < 0.5
  const strikesAfter = 1 + Math.floor(random() * (isVisitor ? 8 : 6))
  const what = `seed ${seed}: ${fault} after request ${strikesAfter} of a ${isVisitor ? 'visitor' : 'speaker'}`
  const person = await aPerson()
  await forget(place)
  if (!isVisitor) await signInAs(context, person)
  const page = await context.newPage()
  const strike = plant(proxy, page, { fault, strikesAfter, person })
  const words: string[] = []
  await journey(context, page, { path, seed, isVisitor, person, words, hasStruck: strike })
  // Chromium now and then never answers for a tab whose network went while it was loading: it need not.
  await Promise.race([page.close().catch(() => {}), once(PATIENCE_MS)])
  proxy.decide = () => 'passes'
  await signInAs(context, person)
  if (strikesAfter > 1) expect(words.length, what).toBeGreaterThan(0)
  expect(await findAgain(lookout, { person, path, words }), what).toEqual([])
  const [made] = await query<{ count: number }>(`select count(*)::int from proposal_speaker where person_id = $1`, [
    person,
  ])
  expect(made?.count ?? 0, `${what}: one proposal at most`).toBeLessThanOrEqual(1)
}

/** One who proposes: types a word, waits for the save, types the next; until the fault. One more word follows it. */
async function journey(
  context: BrowserContext,
  page: Page,
  facts: {
    path: string
    seed: number
    isVisitor: boolean
    person: string
    words: string[]
    hasStruck: { at: Promise<void>; yet: boolean }
  },
) {
  const { path, seed, isVisitor, person, words, hasStruck } = facts
  let abstract = ''
  const word = (n: number) => `word${seed}x${n}`
  const type = async (label: string, text: string, ...added: string[]) => {
    await page.getByLabel(label, { exact: true }).fill(text, { timeout: 5_000 })
    words.push(...added)
  }
  const goOn = (n: number) => {
    abstract = `${abstract} ${word(n)}`.trim()
    return type('Abstract', abstract, word(n))
  }
  const isHereAlone = (text: string) => Object.values(localStorage).some((kept: string) => kept.includes(text))
  const saved = async () => {
    await page.clock.fastForward(2_000)
    // What the server has, the browser forgets.
    await expect.poll(() => page.evaluate(isHereAlone, abstract)).toBe(false)
  }
  const openForm = async () => {
    await page.goto(path)
    await page.clock.install()
    await expect(page.locator('input[name=form]')).not.toHaveValue('')
  }
  const writeDraft = [
    () => openForm(),
    () => type('Title', word(1), word(1)),
    () => goOn(2),
    () => (isVisitor ? Promise.resolve() : saved()),
    () => type('Name', word(3), word(3)),
    () => goOn(4),
  ]
  const comeIn = [
    async () => {
      await page.getByRole('button', { name: 'Sign in and go on' }).click()
      await page.waitForURL(/sign-in/)
      await signInAs(context, person)
    },
    () => openForm(),
    () => goOn(5),
  ]
  const handIn = [
    () => saved(),
    async () => {
      await page.getByRole('button', { name: 'Save as a draft' }).click()
      await page.waitForURL(/done=saved/)
      await page.goto(new URL(page.url()).pathname)
      await page.clock.install()
      await expect(page.locator('input[name=form]')).not.toHaveValue('')
    },
    () => goOn(6),
    () => saved(),
    () => goOn(7),
    () => saved(),
  ]
  for (const step of [...writeDraft, ...(isVisitor ? comeIn : []), ...handIn]) {
    if (hasStruck.yet) break
    // What the fault has cut short may fail: only what was typed counts.
    const done = step().catch((problem) => {
      if (!hasStruck.yet) throw problem
    })
    await Promise.race([done, hasStruck.at])
  }
  // Whoever does not know yet what has happened goes on typing, where there is still a form.
  const isThere = await page
    .locator('input[name=form]:not([value=""])')
    .waitFor({ state: 'attached', timeout: 1_000 })
    .then(() => true)
    .catch(() => false)
  if (isThere) await goOn(8).catch(() => {})
}

/** Lets requests of the journey through and counts them; does what is to be done after the one. */
function plant(
  proxy: FaultyProxy,
  page: Page,
  { fault, strikesAfter, person }: { fault: (typeof FAULTS)[number]; strikesAfter: number; person: string },
) {
  let [count, hit] = [0, () => {}]
  const struck = { yet: false, at: new Promise<void>((resolve) => (hit = resolve)) }
  const isOfJourney = ({ method, headers, url = '' }: IncomingMessage) =>
    OURS.test(url) && (method === 'POST' || (method === 'GET' && headers['sec-fetch-mode'] === 'navigate'))
  proxy.decide = async (asked) => {
    // Down is down: nothing comes through after it either.
    if (struck.yet && fault === 'network') return 'is-lost'
    if (!isOfJourney(asked) || struck.yet || ++count !== strikesAfter) return 'passes'
    struck.yet = true
    if (fault === 'tab' || fault === 'answer') return 'answer-is-lost'
    if (fault === 'session') await query('delete from session where person_id = $1', [person])
    hit()
    return fault === 'network' ? 'is-lost' : 'passes'
  }
  proxy.beforeLoss = async () => {
    if (fault === 'tab') await page.close()
    hit()
  }
  return struck
}

/** The words that are nowhere: neither in a saved draft, nor in the form as it opens, nor in what is offered there. */
async function findAgain(page: Page, facts: { person: string; path: string; words: string[] }): Promise<string[]> {
  const { person, path, words } = facts
  const [drafts, least] = await lookOnServer(person, words)
  if (least.length === 0) return []
  let found = await lookInBrowser(page, path, words)
  for (const draft of drafts) if (found.length > 0) found = fewer(found, await lookInBrowser(page, draft, words))
  return found
}

const fewer = (one: string[], other: string[]) => (other.length < one.length ? other : one)
const without = (words: string[], fields: string) => words.filter((word) => !fields.split(/\s+/).includes(word))

/** One's drafts, and what the fullest of them lacks: as the server has them, whatever a browser keeps. */
async function lookOnServer(person: string, words: string[]): Promise<[drafts: string[], missing: string[]]> {
  const headers = { cookie: `next-auth.session-token=${await aSession(person)}` }
  const read = async (place: string) => (await fetch(TEST_ORIGIN + place, { headers })).text()
  const drafts = [
    ...new Set([...(await read('/me')).matchAll(/href="(\/me\/proposals\/[A-Z0-9]{6})"/g)].map(([, to = '']) => to)),
  ]
  let missing = words
  for (const draft of drafts) {
    const fields = [...(await read(draft)).matchAll(/<textarea[^>]*>([^<]*)|<input[^>]* value="([^"]*)"/g)]
    missing = fewer(missing, without(words, fields.map(([, area, value]) => area ?? value ?? '').join(' ')))
  }
  return [drafts, missing]
}

async function lookInBrowser(page: Page, place: string, words: string[]): Promise<string[]> {
  await page.goto(place)
  const offer = page.getByRole('button', { name: 'Go on with it' })
  await expect(page.locator('input[name=form]')).not.toHaveValue('')
  if (await offer.isVisible()) await offer.click()
  const fields = await page
    .locator('main :is(input[type=text], input:not([type]), textarea)')
    .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value).join(' '))
  return without(words, fields)
}

/** A browser that nobody has used yet, but for what pages are made of. */
async function forget({ context, lookout, devtools }: Place) {
  // A page that goes keeps what is in it: it goes first.
  await lookout.goto('about:blank')
  await devtools.send('Storage.clearDataForOrigin', { origin: TEST_ORIGIN, storageTypes: 'all' })
  await context.clearCookies()
}

async function aPerson(): Promise<string> {
  const id = randomUUID()
  const name = `typist-${id.slice(0, 8)}`
  await query(`insert into person (id, slug, name, email) values ($1, $2, $2, $3)`, [id, name, `${name}@example.org`])
  return id
}
