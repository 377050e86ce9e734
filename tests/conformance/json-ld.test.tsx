import { type DefaultTreeAdapterTypes as Html, parseFragment } from 'parse5'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd } from '@/components/json-ld'
import { blogPosting, breadcrumbList, caseStudyArticle, faqPage, webSite } from '@/features/content/formats/json-ld'
import type { Tree } from '@/features/content/schema/tree'
import { organizationPage } from '@/features/organizations/formats/json-ld'
import { profilePage } from '@/features/people/formats/json-ld'
import { softwareSourceCode } from '@/features/projects/formats/json-ld'
import { aDrawing } from '@/tests/drawings'
import { jsonLdComplaints } from './json-ld-rules'

const origin = 'https://site.example'
const publisher = { name: 'The Foundation', logo: '/logo.svg', description: 'It', email: 'a@site.example', origin }
const helm = { slug: 'helm', name: 'Helm' }
const acme = { slug: 'acme', name: 'Acme' }
const article = {
  slug: 'some',
  locale: 'en',
  title: '</script><script>alert(1)</script>',
  summary: 'S <!-- x',
  date: '2018-08-29',
  minutes: 3,
  tags: ['a'],
  authors: [{ slug: 'ada', name: 'Ada', affiliation: acme }],
  projects: [helm],
  corrections: [{ on: '2018-09-01', text: 'A number.' }],
  originallyPublished: { by: 'Acme' },
}
const drawing = aDrawing()
const journey = { drawing, origin, url: `${origin}/blog/some` }
const interview: Tree = [
  { is: 'paragraph', of: ['Before.'] },
  { is: 'question', of: [{ is: 'paragraph', of: ['What is ', { is: 'emphasis', of: ['it'] }, '?'] }] },
  { is: 'paragraph', of: ['This.'] },
  { is: 'paragraph', of: [{ is: 'link', href: '/about', of: ['More'] }] },
  { is: 'heading', level: 2, id: 'x', of: ['Part'] },
  { is: 'paragraph', of: ['Not an answer.'] },
  { is: 'question', of: [{ is: 'paragraph', of: ['Unanswered?'] }] },
]

const things = {
  article: blogPosting(article, publisher),
  'article without author, day or project': blogPosting(
    { ...article, authors: [], date: null, projects: [], corrections: [], originallyPublished: null },
    publisher,
  ),
  'case study': caseStudyArticle({ ...article, organization: acme }, publisher),
  interview: faqPage(interview, journey),
  front: webSite(publisher, 'zh'),
  breadcrumb: breadcrumbList(
    [
      { label: 'Site', href: '/' },
      { label: 'Articles', href: '/blog' },
    ],
    origin,
  ),
  person: profilePage({ slug: 'ada', name: 'Ada', affiliation: 'Acme', bio: null }, origin, 'en'),
  project: softwareSourceCode(
    {
      ...helm,
      tagline: 'Packs',
      homepage: null,
      repository: 'https://x.example',
      moves: [{ level: 'sandbox', on: '2018-01-01' }],
    },
    origin,
    'en',
  ),
  organization: organizationPage({ ...acme, homepage: null, country: 'CN', member: null }, 'Makes', origin, 'zh'),
}

function scriptsOf(html: string): Html.Element[] {
  return parseFragment(html).childNodes.flatMap((node) => ('tagName' in node ? [node] : []))
}

test.each(Object.entries(things))(
  '%s: one element, which another program reads as JSON-LD with all that is needed',
  async (_, data) => {
    if (!data) throw new Error('nothing to say')
    const scripts = scriptsOf(renderToStaticMarkup(<JsonLd data={data} />))
    expect(scripts.map(({ tagName }) => tagName)).toEqual(['script'])
    const [text] = scripts.flatMap(({ childNodes }) =>
      childNodes.flatMap((node) => ('value' in node ? [node.value] : [])),
    )
    expect(await jsonLdComplaints(text ?? '')).toEqual([])
  },
)

test('a film is told of with a still and a day, wherever it stands; without a day there is none', async () => {
  const film = { is: 'video', title: 'A talk', from: { youtube: 'abc' } } as const
  const poster = { src: '/still.png', width: 16, height: 9 }
  const tree: Tree = [
    { is: 'callout', kind: 'note', of: [film] },
    { ...film, from: { file: '/a.mp4' }, poster },
  ]
  const videos = videoObjects({ ...article, tree }, origin)
  expect(videos).toMatchObject([
    { thumbnailUrl: `${origin}/cards/article/some.png`, embedUrl: expect.stringContaining('/abc') },
    { thumbnailUrl: `${origin}/still.png`, contentUrl: `${origin}/a.mp4` },
  ])
  for (const video of videos)
    expect(await jsonLdComplaints(JSON.stringify({ '@context': 'https://schema.org', ...Object(video) }))).toEqual([])
  expect(videoObjects({ ...article, tree, date: null }, origin)).toEqual([])
})

test('what is missing is noticed', async () => {
  const { headline: _, ...rest } = JSON.parse(JSON.stringify(things.article))
  expect(await jsonLdComplaints(JSON.stringify({ '@context': 'https://schema.org', ...rest }))).toEqual([
    'BlogPosting without headline',
  ])
})

test('an interview’s questions have the answers up to the next question or heading', () => {
  expect(JSON.parse(JSON.stringify(things.interview)).mainEntity).toEqual([
    {
      '@type': 'Question',
      name: 'What is it?',
      acceptedAnswer: { '@type': 'Answer', text: `<p>This.</p>\n<p><a href="${origin}/about">More</a></p>` },
    },
  ])
  expect(faqPage([{ is: 'paragraph', of: ['x'] }], journey)).toBeNull()
})
