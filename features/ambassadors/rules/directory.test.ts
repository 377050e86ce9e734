import fc from 'fast-check'
import { expect, test } from 'vitest'
import { routesOf } from '@/lib/front/routes'
import { type Findable, facetOf, filterAmbassadors, filterQuery, NO_FILTER, pagesOf, readFilter } from './directory'

const routes = routesOf({ '/(site)/[locale]/ambassadors/page': '/[locale]/ambassadors' }, ['en', 'zh'])
const keptOf = (url: string) => {
  const route = routes.resolve(url)
  return route.kind === 'document' ? route.keep : 'pass'
}

const ada: Findable = {
  name: 'Ada Müller',
  affiliation: 'Engines',
  bio: 'Counts.',
  city: 'Zürich',
  country: 'CH',
  languages: ['de', 'en'],
  expertise: ['Service mesh'],
  availableToSpeak: true,
  projects: [{ slug: 'envoy', name: 'Envoy' }],
  ambassador: 'current',
}
const chen: Findable = {
  ...ada,
  name: '陈雨桐',
  city: null,
  country: 'CN',
  languages: ['zh'],
  expertise: ['service  MESH', 'Storage'],
  availableToSpeak: false,
  projects: [],
}
const old: Findable = { ...ada, name: 'Old Hand', ambassador: 'emeritus' }
const people = [ada, chen, old]
const find = (filter: Partial<typeof NO_FILTER>) =>
  filterAmbassadors(people, { ...NO_FILTER, ...filter }).map(({ name }) => name)

test.each([
  [{}, ['Ada Müller', '陈雨桐']],
  [{ when: 'emeritus' }, ['Old Hand']],
  [{ when: 'all', country: 'CH' }, ['Ada Müller', 'Old Hand']],
  [{ q: 'muller zurich' }, ['Ada Müller']],
  [{ q: '雨桐' }, ['陈雨桐']],
  [{ q: 'china storage' }, ['陈雨桐']],
  [{ q: '德语' }, ['Ada Müller']],
  [{ language: 'zh' }, ['陈雨桐']],
  [{ project: 'envoy' }, ['Ada Müller']],
  [{ expertise: 'SERVICE MESH' }, ['Ada Müller', '陈雨桐']],
  [{ available: true }, ['Ada Müller']],
  [{ q: 'nobody at all' }, []],
] as const)('%j finds %j', (filter, names) => {
  expect(find(filter)).toEqual(names)
})

test('each choice of a facet says how many it leaves', () => {
  for (const facet of ['country', 'language', 'project', 'expertise'] as const)
    for (const { value, count } of facetOf(people, NO_FILTER, facet, 'en'))
      expect(find({ [facet]: value })).toHaveLength(count)
  expect(facetOf(people, { ...NO_FILTER, country: 'CH' }, 'country', 'zh').map(({ label }) => label)).toEqual([
    '瑞士',
    '中国',
  ])
})

const filters = fc.record({
  q: fc.constantFrom('', 'ada', '雨 桐'),
  country: fc.constantFrom(null, 'CH'),
  language: fc.constantFrom(null, 'de'),
  project: fc.constantFrom(null, 'envoy'),
  expertise: fc.constantFrom(null, 'Service mesh', 'C++ & Rust'),
  available: fc.boolean(),
  when: fc.constantFrom('current' as const, 'emeritus' as const, 'all' as const),
  page: fc.integer({ min: 1, max: 20 }),
})

test('an address states its filter and nothing else, and the front keeps it but for searches', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const query = filterQuery(filter)
      expect(readFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
      expect(keptOf(`/ambassadors${query && `?${query}`}`)).toBe(filter.q ? 'nothing' : 'all')
    }),
  )
  expect(readFilter({ country: ['CH', 'DE'], page: '-1', when: 'never', available: 'perhaps' })).toEqual(NO_FILTER)
})

test('a long list has pages, an empty one has one', () => {
  const many = Array.from({ length: 97 }, (_, index) => index)
  expect(pagesOf(many, 3)).toEqual({ shown: [96], pages: 3 })
  expect(pagesOf([], 1)).toEqual({ shown: [], pages: 1 })
})
