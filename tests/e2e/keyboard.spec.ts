import { expect, type Locator, type Page, test } from '@playwright/test'

const MOST_STOPS = 250

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator) {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`The keyboard does not reach ${target}.`)
}

/** What has the focus, and whether an eye would find it: it is drawn, inside the page, and marked. */
function stopOf(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    // Of a field for a day the browser marks the parts itself; of a country on the map the dot is marked.
    const isDay = element instanceof HTMLInputElement && element.type === 'date'
    const near = [element, element.parentElement, element.nextElementSibling, ...element.querySelectorAll('circle')]
    const marked = near.some((each) => {
      const style = each && getComputedStyle(each)
      if (!style) return false
      const isStroked = each instanceof SVGCircleElement && Number.parseFloat(style.strokeWidth) > 2
      return isStroked || (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
    })
    const { width, height, right, bottom } = element.getBoundingClientRect()
    const name = `${element.tagName} ${element.getAttribute('href') ?? element.id} ${element.textContent?.trim().slice(0, 40)}`
    return { name, isSeen: (marked || isDay) && width > 0 && height > 0 && right > 0 && bottom > 0 }
  })
}

const PAGES = ['/', '/projects', '/ambassadors', '/search?q=kubernetes', '/admin/content']
for (const path of PAGES)
  test(`every stop of the keyboard on ${path} can be seen, and the first leads past the head`, async ({ page }) => {
    if (path.startsWith('/admin'))
      await page.request.post('/dev/sign-in', { form: { role: 'editor' }, maxRedirects: 0 })
    await page.goto(path)
    const [unseen, seen]: [string[], string[]] = [[], []]
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      await page.keyboard.press('Tab')
      const stop = await stopOf(page)
      if (!stop) break
      if (stops === 0) expect(stop.name).toMatch(/^A #content/)
      ;(stop.isSeen ? seen : unseen).push(stop.name)
    }
    expect(unseen).toEqual([])
    expect(seen.length).toBeGreaterThan(10)
  })

test('from the front page by keyboard alone: past the head, to what is open now', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'See the call' }).first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/events\/[\w-]+/)
})

test('the slider of the projects goes by arrows and pages, and the list follows', async ({ page }) => {
  await page.goto('/projects')
  const slider = page.getByRole('slider')
  await tabTo(page, slider)
  const before = await slider.getAttribute('aria-valuetext')
  await page.keyboard.press('Home')
  await expect(page).toHaveURL(/on=20\d\d-\d\d-\d\d/)
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '')
  const first = page.url()
  await page.keyboard.press('PageUp')
  await expect(page).not.toHaveURL(first)
  await expect(slider).toBeFocused()
  await page.keyboard.press('End')
  await expect(page).not.toHaveURL(/on=/)
})

test('a country of the map is chosen and given up by keyboard, and so is a filter', async ({ page }) => {
  await page.goto('/ambassadors')
  await tabTo(page, page.locator('svg a').filter({ hasText: 'Germany' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/country=DE/)
  await tabTo(page, page.locator('svg a').filter({ hasText: 'Germany' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/ambassadors$/)
  const language = page.getByRole('combobox', { name: 'Language' })
  await tabTo(page, language)
  await page.keyboard.type('Jap')
  await tabTo(page, page.getByRole('button', { name: 'Show' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/language=ja/)
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(1)
})

test('what is found is narrowed and opened by keyboard', async ({ page }) => {
  await page.goto('/search?q=kubernetes')
  const kind = page.locator('main summary').filter({ hasText: 'Year' })
  await tabTo(page, kind)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/year=\d{4}/)
  const result = page
    .locator('main')
    .getByRole('link', { name: /Kubernetes/ })
    .first()
  await tabTo(page, result)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/search/)
})

test('the editors’ desk is filtered by keyboard, and leads to a text', async ({ page }) => {
  await page.request.post('/dev/sign-in', { form: { role: 'editor' }, maxRedirects: 0 })
  await page.goto('/admin/content')
  await tabTo(page, page.getByRole('combobox', { name: 'Kind' }))
  await page.keyboard.type('Case')
  await tabTo(page, page.getByRole('button', { name: 'Show' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=case-study/)
  await tabTo(page, page.getByRole('link', { name: /^Pinterest/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Checklist' })).toBeVisible()
})
