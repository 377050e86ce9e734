import { expect, test } from 'vitest'
import { drawnCountry, WORLD, worldPath } from './world'

test('the map is small enough to be sent, and every mark stands on it', () => {
  expect(worldPath().length).toBeLessThan(30_000)
  for (const code of ['DE', 'BR', 'SG', 'FR', 'US', 'NZ', 'MT', 'FJ']) {
    const country = drawnCountry(code)
    if (!country) throw new Error(code)
    expect(country.x, code).toBeGreaterThan(0)
    expect(country.x, code).toBeLessThan(WORLD.width)
    expect(country.y, code).toBeGreaterThan(0)
    expect(country.y, code).toBeLessThan(WORLD.height)
  }
  expect(drawnCountry('XX')).toBeNull()
})

test('the mark of a country is where most of it is', () => {
  const [france, germany, usa] = ['FR', 'DE', 'US'].map(drawnCountry)
  expect(france?.x).toBeGreaterThan(440)
  expect(Number(germany?.x)).toBeGreaterThan(Number(france?.x))
  expect(Number(usa?.x)).toBeLessThan(300)
})

test('a country that is too small for the map still has a place on it', () => {
  expect(drawnCountry('SG')).toMatchObject({ path: null })
  expect(drawnCountry('DE')?.path).toMatch(/^M/)
})
