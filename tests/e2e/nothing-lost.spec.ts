import { randomUUID } from 'node:crypto'
import { setTimeout as once } from 'node:timers/promises'
import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test'
import { hashToken, randomToken } from '@/lib/tokens'
import { TEST_ORIGIN } from '@/scripts/test-ports'
import { seeded } from '@/tests/engines/seeded'
import { query } from './database'
import { demoFacts } from './pages'

const SEEDS = 50
const AT_ONCE = 10
const PATIENCE_MS = 10_000

/** What happens after a request: the tab dies, the session ends, the network goes, or the answer alone is lost. */
const FAULTS = ['tab', 'session', 'network', 'answer'] as const

/** Pages and what is sent to them; not what a page is made of. */
const OURS = /^http:\/\/localhost:\d+\/(me|events|sign-in)/

test.describe.configure({ mode: 'parallel' })
test.use({ trace: 'off' })

for (let first = 1; first <= SEEDS; first += AT_ONCE)
  test(`whatever dies after whichever request, every typed word is found again: seeds ${first} to ${first + AT_ONCE - 1}`, async ({
    browser,
  }) => {
    test.setTimeout(300_000)
    const { coming } = await demoFacts()
    const path = `/events/${coming}/submit`
    for (let seed = first; seed < first + AT_ONCE; seed++)
      await test.step(`seed ${seed}`, async () => {
        const context = await browser.newContext({ baseURL: TEST_ORIGIN })
        context.setDefaultTimeout(10_000)
        context.setDefaultNavigationTimeout(20_000)
        try {
          await live(context, path, seed)
        } finally {
          await context.close()
        }
      })
  })

async function live(context: BrowserContext, path: string, seed: number) {
  const random = seeded(seed)
  const fault = FAULTS[seed % FAULTS.length] ?? 'tab'
  const isVisitor = random() < 0.5
  const strikesAfter = 1 + Math.floor(random() * (isVisitor ? 8 : 6))
  const what = `seed ${seed}: ${fault} after request ${strikesAfter} of a ${isVisitor ? 'visitor' : 'speaker'}`
  const person = await aPerson()
  if (!isVisitor) await signIn(context, person)
  const page = await context.newPage()
  const strike = await plant(context, page, { fault, strikesAfter, person })
  const words: string[] = []
  await journey(context, page, { path, seed, isVisitor, person, words, hasStruck: strike })
  // Chromium now and then never answers for a tab whose network went while it was loading: it need not.
  const close = page.close().then(() => context.unrouteAll({ behavior: 'ignoreErrors' }))
  await Promise.race([close.catch(() => {}), once(PATIENCE_MS)])
  await signIn(context, person)
  if (strikesAfter > 1) expect(words.length, what).toBeGreaterThan(0)
  expect(await findAgain(context, path, words), what).toEqual([])
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
  const saved = async () => {
    const version = page.locator('input[name=version]')
    const before = await version.inputValue()
    await page.clock.fastForward(2_000)
    await expect(version).not.toHaveValue(before)
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
      await signIn(context, person)
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
async function plant(
  context: BrowserContext,
  page: Page,
  { fault, strikesAfter, person }: { fault: (typeof FAULTS)[number]; strikesAfter: number; person: string },
) {
  let [count, hit] = [0, () => {}]
  const struck = { yet: false, at: new Promise<void>((resolve) => (hit = resolve)) }
  const isOfJourney = (route: Route) =>
    route.request().method() === 'POST' || (route.request().isNavigationRequest() && route.request().method() === 'GET')
  await context.route(OURS, async (route) => {
    // Down is down: nothing comes through after it either.
    if (struck.yet && fault === 'network') return route.abort('internetdisconnected').catch(() => {})
    if (!isOfJourney(route) || struck.yet || ++count !== strikesAfter) return route.continue().catch(() => {})
    struck.yet = true
    try {
      if (fault === 'answer') await route.fetch({ maxRedirects: 0 })
      if (fault === 'answer' || fault === 'network') await route.abort('connectionreset').catch(() => {})
      if (fault === 'session') {
        await query('delete from session where person_id = $1', [person])
        await route.continue()
      }
      if (fault === 'tab') {
        await route.fetch({ maxRedirects: 0 })
        await page.close()
      }
    } finally {
      hit()
    }
  })
  return struck
}

/** The words that are nowhere: neither in the form as it opens, nor in what is offered there, nor in a saved draft. */
async function findAgain(context: BrowserContext, path: string, words: string[]): Promise<string[]> {
  const page = await context.newPage()
  const missing = async (here: string) => {
    await page.goto(here)
    const offer = page.getByRole('button', { name: 'Go on with it' })
    await expect(page.locator('input[name=form]')).not.toHaveValue('')
    if (await offer.isVisible()) await offer.click()
    const fields = await page
      .locator('main :is(input[type=text], input:not([type]), textarea)')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value).join(' '))
    return words.filter((word) => !fields.split(/\s+/).includes(word))
  }
  const lost = await missing(path)
  if (lost.length === 0) return []
  await page.goto('/me')
  const drafts = await page
    .locator('main a[href^="/me/proposals/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const perDraft = []
  for (const draft of drafts) perDraft.push(await missing(draft))
  return [lost, ...perDraft].reduce((least, some) => (some.length < least.length ? some : least))
}

async function aPerson(): Promise<string> {
  const id = randomUUID()
  const name = `typist-${id.slice(0, 8)}`
  await query(`insert into person (id, slug, name, email) values ($1, $2, $2, $3)`, [id, name, `${name}@example.org`])
  return id
}

async function signIn(context: BrowserContext, personId: string) {
  const token = randomToken()
  await query(`insert into session (token_hash, person_id, expires) values ($1, $2, now() + interval '1 day')`, [
    hashToken(token),
    personId,
  ])
  await context.addCookies([{ name: 'next-auth.session-token', value: token, url: TEST_ORIGIN }])
}
