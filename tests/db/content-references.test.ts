import { expect, test } from 'vitest'
import { lineOf } from '@/features/content/schema/problems'
import { db } from '@/lib/db'
import { articleHead, threeTexts } from '../content-folder'

const folder = threeTexts()

test('a reference that loses its end is refused where it stands, though its own file has not changed', async () => {
  expect((await folder.sync()).problems).toEqual([])
  folder.remove('organizations/acme.mdx')
  const { problems } = await folder.sync()
  expect(problems.map(lineOf)).toEqual([
    'content/blog/first.mdx:9:17 leads to /organizations/acme, which does not exist',
    'content/blog/first.mdx:5:44 leads to /organizations/acme, which does not exist',
    'content/projects/helm.mdx:7:1 leads to /organizations/acme, which does not exist',
  ])
  expect(await db.organization.count()).toBe(1)
})

test.each([
  ['an unknown project', '<Project slug="none"/> is it.', '14:1 leads to /projects/none, which does not exist'],
  ['an unknown person', 'By <Person slug="nobody"/>.', '14:4 leads to /people/nobody, which does not exist'],
  ['a page that is not there', 'See [this](/blog/none).', '14:5 leads to /blog/none, which does not exist'],
  [
    'a Chinese page that is not there',
    'See [this](/zh/blog/first).',
    '14:5 leads to /zh/blog/first, which does not exist',
  ],
])('%s is refused', async (_, body, problem) => {
  folder.write('blog/second.mdx', articleHead('Second'), body)
  expect((await folder.sync()).problems.map(lineOf)).toEqual([`content/blog/second.mdx:${problem}`])
})

test('pages of data, lists and files may be linked to; an event that is not there yet is only noted', async () => {
  const links = [
    '/',
    '/blog',
    '/zh/projects/helm',
    '/people/ada',
    '/feed.xml',
    '/brand/logo.svg',
    '/blog/tags/one',
    '/events/x',
  ]
  folder.write('blog/second.mdx', articleHead('Second'), links.map((link) => `[a](${link})`).join(' '))
  const { problems, notes } = await folder.sync()
  expect(problems).toEqual([])
  expect(notes.map((note) => note.replace(/^\S+ /, ''))).toEqual([
    'names /events/somewhere-2018, which is not there yet',
    'names /events/x, which is not there yet',
  ])
})

test('two translations cannot have one address, nor a page one that is taken', async () => {
  const translation = (of: string) => `${articleHead(of)}\nslug: same\ntranslationOf: ${of}`
  folder.write('blog/second.mdx', articleHead('Second'))
  folder.write('blog/first.zh.mdx', translation('first'))
  folder.write('blog/second.zh.mdx', translation('second'))
  folder.write('pages/admin.mdx', 'title: A\nsummary: B.')
  folder.write('blog/third.zh.mdx', translation('third'))
  expect((await folder.sync()).problems.map(lineOf).sort()).toEqual([
    'content/blog/second.zh.mdx:12:1 has the slug same, as content/blog/first.zh.mdx has',
    'content/blog/third.zh.mdx:12:1 has the slug same, as content/blog/second.zh.mdx has',
    'content/blog/third.zh.mdx:13:1 translates third.mdx, which does not exist',
    'content/pages/admin.mdx:1:1 can’t be at /admin: something else is',
  ])
})

test('one slug goes with one name, in files that changed and in files that did not', async () => {
  expect((await folder.sync()).problems).toEqual([])
  folder.write('blog/second.mdx', articleHead('Second', { people: [['ada', 'Ada King']] }))
  expect((await folder.sync()).problems.map(lineOf)).toEqual([
    'content/blog/second.mdx:5:24 calls ada “Ada King”; elsewhere it is “Ada Lovelace”',
  ])
})
