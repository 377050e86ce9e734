import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audiencesOf, EMPTY, joinProfile, nameKey, partProfile, projectFinder, refuseSlug } from './rules'
import { Profile } from './schema'
import { AUDIENCES, type Audiences, FIELDS, type ProfileValues } from './schema/fields'
import { handleOf, linkHref } from './schema/handles'

const text = fc.string({ maxLength: 20 })
const values = fc.record(
  Object.fromEntries(
    FIELDS.map((field) => {
      const empty = EMPTY[field]
      return [field, Array.isArray(empty) ? fc.array(text) : typeof empty === 'boolean' ? fc.boolean() : text]
    }),
  ),
) as fc.Arbitrary<ProfileValues>
const audiences = fc.record(
  Object.fromEntries(FIELDS.map((field) => [field, fc.constantFrom(...AUDIENCES)])),
) as fc.Arbitrary<Audiences>

test('a field that is not for all leaves the public part empty, and its owner loses nothing', () => {
  fc.assert(
    fc.property(values, audiences, (profile, chosen) => {
      const { shown, withheld } = partProfile(profile, chosen)
      for (const field of FIELDS) expect(shown[field]).toEqual(chosen[field] === 'all' ? profile[field] : EMPTY[field])
      expect(joinProfile(shown, withheld, 'nobody')).toEqual(profile)
      expect(audiencesOf(withheld)).toEqual(chosen)
      const forStaff = joinProfile(shown, withheld, 'staff')
      for (const field of FIELDS)
        expect(forStaff[field]).toEqual(chosen[field] === 'nobody' ? EMPTY[field] : profile[field])
    }),
  )
})

test('what is stored in another shape than its field has is left out', () => {
  const withheld = [{ field: 'languages', audience: 'staff' as const, value: 'en' }]
  expect(joinProfile(EMPTY, withheld, 'staff')).toEqual(EMPTY)
})

test.each([
  ['github', 'https://github.com/Ada-L/', 'ada-l', 'https://github.com/ada-l'],
  ['github', '@ada', 'ada', 'https://github.com/ada'],
  ['github', 'https://gitlab.com/ada', null, null],
  ['linkedin', 'https://www.linkedin.com/in/ada-l-123/?trk=x', 'ada-l-123', 'https://www.linkedin.com/in/ada-l-123'],
  ['linkedin', 'http://ch.linkedin.com/in/ren%C3%A9-k', 'rené-k', 'https://www.linkedin.com/in/ren%C3%A9-k'],
  ['twitter', 'https://x.com/Ada_L', 'ada_l', 'https://x.com/ada_l'],
  ['twitter', 'much too long for a handle', null, null],
  ['mastodon', 'https://example.social/@Ada', 'ada@example.social', 'https://example.social/@ada'],
  ['mastodon', '@ada@example.social', 'ada@example.social', 'https://example.social/@ada'],
  ['mastodon', 'ada', null, null],
  ['bluesky', '@ada.bsky.social', 'ada.bsky.social', 'https://bsky.app/profile/ada.bsky.social'],
  ['youtube', 'https://www.youtube.com/channel/UCab-Cd', 'channel/UCab-Cd', 'https://www.youtube.com/channel/UCab-Cd'],
  ['website', 'example.org/ada', 'https://example.org/ada', 'https://example.org/ada'],
  ['website', 'javascript:alert(1)', null, null],
  ['website', 'https://user@example.org', null, null],
] as const)('%s “%s” is %s', (kind, typed, handle, href) => {
  expect(handleOf(kind, typed)).toBe(handle)
  if (handle !== null) {
    expect(handleOf(kind, handle)).toBe(handle)
    expect(linkHref(kind, handle)).toBe(href)
  }
})

test('no link of a profile ever leads anywhere but to the web', () => {
  const kinds = ['website', 'github', 'linkedin', 'mastodon', 'bluesky', 'twitter', 'youtube'] as const
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.oneof(fc.string(), fc.webUrl()), (kind, typed) => {
      const handle = handleOf(kind, typed)
      if (handle) expect(new URL(linkHref(kind, handle)).protocol).toMatch(/^https?:$/)
    }),
    { numRuns: 500 },
  )
})

const slugFacts = { isSlug: true, isTheirs: false, owner: false, count: 1 }
test.each([
  ['a free one', slugFacts, null],
  ['one with spaces', { ...slugFacts, isSlug: false }, 'not-a-slug'],
  ['one that somebody else has or had', { ...slugFacts, owner: true }, 'taken'],
  ['one of their own former ones', { ...slugFacts, isTheirs: true, owner: true, count: 8 }, null],
  ['the eighth', { ...slugFacts, count: 7 }, null],
  ['the ninth', { ...slugFacts, count: 8 }, 'too-many'],
])('a slug for oneself: %s', (_, facts, refusal) => {
  expect(refuseSlug(facts)).toBe(refusal)
})

test('a project is found by slug, name, bracket and alias, whatever the case, and by nothing else', () => {
  const projects = [
    { slug: 'argo', name: 'Argo' },
    { slug: 'open-policy-agent', name: 'Open Policy Agent (OPA)' },
  ]
  const find = projectFinder(projects, [
    { alias: 'ArgoCD', slug: 'argo' },
    { alias: 'ghost', slug: 'not-there' },
  ])
  const found = ['ARGO', 'argo cd', 'opa', 'Open Policy-Agent', 'open-policy-agent'].map((text) => find(text)?.slug)
  expect(found).toEqual(['argo', 'argo', ...Array(3).fill('open-policy-agent')])
  expect([find('ghost'), find('Arg'), find('')]).toEqual([null, null, null])
  expect(nameKey('Ångström & Co.')).toBe('angstromco')
})

const form = Object.fromEntries([...FIELDS, 'name', 'version'].map((field) => [field, '']))
test('a profile names its languages in any larger language, and says which it does not know', () => {
  const parse = (languages: string) => Profile.safeParse({ ...form, name: 'Ada', version: 1, languages })
  expect(parse('English, Deutsch，中文;português').data?.languages).toEqual(['en', 'de', 'zh', 'pt'])
  expect(parse('English, Klingonese').error?.issues[0]?.message).toContain('Klingonese')
})
