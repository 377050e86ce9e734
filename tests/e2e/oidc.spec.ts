import { expect, type Page, test } from '@playwright/test'
import { TEST_PORTS } from '@/scripts/test-ports'
import { query } from './database'
import { ACCOUNTS } from './oidc-provider'

async function logInAt(page: Page, account: keyof typeof ACCOUNTS) {
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible()
  await page.getByRole('button', { name: `Log in as ${ACCOUNTS[account].name}` }).click()
}

const accountOf = (subject: string) =>
  query<Record<string, unknown>>(
    'select a.*, p.name, p.slug, p.email from account a join person p on p.id = a.person_id where a.provider_account_id = $1',
    [`http://127.0.0.1:${TEST_PORTS.provider} ${subject}`],
  )

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('an OpenID provider signs somebody in and back to where they were', async ({ page }) => {
      await page.goto('/sign-in?next=/me/profile')
      await page.getByRole('button', { name: 'Continue with 127.0.0.1' }).click()
      await logInAt(page, 'noor')
      await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible()
      await expect(page.getByLabel('Name')).toHaveValue(ACCOUNTS.noor.name)
      const [row, ...others] = await accountOf('noor')
      expect(others).toEqual([])
      expect(row).toMatchObject({ slug: 'noor-haddad', email: ACCOUNTS.noor.email })
      const kept = ['created_at', 'email', 'name', 'person_id', 'provider', 'provider_account_id', 'slug']
      expect(Object.keys(row ?? {}).sort(), 'no token of the provider is stored').toEqual(kept)
    })
  })

test('an address that the provider has not verified signs nobody in', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with 127.0.0.1' }).click()
  await logInAt(page, 'mallory')
  await expect(page.getByText('The provider has not verified your address')).toBeVisible()
  expect(await query('select 1 from person where email = $1', [ACCOUNTS.mallory.email])).toEqual([])
})

test('an address that has an account already is not taken over', async ({ page }) => {
  await query(
    "insert into person (id, slug, name, email) values (gen_random_uuid(), 'already-here', 'Already Here', $1) on conflict do nothing",
    [ACCOUNTS.taken.email],
  )
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Continue with 127.0.0.1' }).click()
  await logInAt(page, 'taken')
  await expect(page.getByText('This belongs to another account')).toBeVisible()
  expect(await accountOf('taken')).toEqual([])
})

test('whoever is signed in is asked before a provider is added', async ({ page }) => {
  await page.goto('/dev/sign-in')
  await page.getByRole('button', { name: 'Reader' }).click()
  await page.waitForURL('**/me')
  await page.goto('/me/profile')
  await page.getByRole('button', { name: 'Add 127.0.0.1' }).click()
  await expect(page.getByRole('heading', { name: 'Add 127.0.0.1 to your account?' })).toBeVisible()
  expect(await accountOf('lin')).toEqual([])
  await page.getByRole('button', { name: 'Add 127.0.0.1' }).click()
  await logInAt(page, 'lin')
  await expect(page.getByRole('button', { name: 'Remove 127.0.0.1' })).toBeVisible()
  expect(await accountOf('lin')).toHaveLength(1)
  expect((await accountOf('lin'))[0]?.email, 'the person stays who they are').not.toBe(ACCOUNTS.lin.email)
  await page.getByRole('button', { name: 'Remove 127.0.0.1' }).click()
  await expect(page.getByRole('button', { name: 'Add 127.0.0.1' })).toBeVisible()
  expect(await accountOf('lin')).toEqual([])
})

test('a forged answer of a provider signs nobody in', async ({ page }) => {
  await page.goto('/api/auth/callback/oidc?code=made-up&state=made-up')
  await expect(page.getByText('Signing in there did not work')).toBeVisible()
})
