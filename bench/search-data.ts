import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { syncContent } from '@/features/content/import/sync'
import { lineOf } from '@/features/content/schema/problems'
import { db } from '@/lib/db'
import { uuidOf } from '@/lib/uuid'
import { generateArticles } from '@/prisma/seed'
import { CHINESE_TEXTS } from '@/prisma/seed/chinese'
import { inventName, slugFor } from '@/prisma/seed/names'
import { randomOf } from '@/prisma/seed/random'

const PROJECTS = 255
const PEOPLE = 500
/** Every so many articles one is in Chinese too. */
const TRANSLATED = 8

/** So many generated articles through a real sync, an eighth of them in Chinese too; projects; people who sponsor them. */
export async function loadSearchable(folder: string, articles: number): Promise<void> {
  const content = path.join(folder, 'content')
  cpSync('content', content, { recursive: true })
  const files = generateArticles({ folder: path.join(content, 'blog'), count: articles })
  const random = randomOf('search/chinese')
  files.forEach((file, at) => {
    if (at % TRANSLATED === 0)
      writeFileSync(file.replace('.mdx', '.zh.mdx'), chineseArticle(path.basename(file, '.mdx'), at, random))
  })
  const { problems } = await syncContent({ content, pictures: 'public' })
  if (problems.length > 0) throw new Error(problems.slice(0, 3).map(lineOf).join('\n'))
  await addProjectsAndPeople()
}

const SENTENCES = CHINESE_TEXTS.flatMap(({ abstract }) => abstract.split(/(?<=。)\s*/)).filter(
  (line) => line.length > 8,
)
const PHRASES = SENTENCES.flatMap((sentence) => sentence.split(/[，。；：]/)).filter((part) => part.length > 3)

function chineseArticle(original: string, at: number, random: ReturnType<typeof randomOf>): string {
  const title = `${random.sample(PHRASES, 2).join('：')}（${at}）`
  const head = {
    title,
    slug: `zhongwen-${at}`,
    translationOf: original,
    summary: random.pick(SENTENCES),
    ...{
      category: 'technical',
      tags: ['chinese'],
      authors: [],
      projects: [],
      organizations: [],
      events: [],
      people: [],
    },
  }
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const body = Array.from({ length: 8 }, () => random.sample(SENTENCES, 4).join(''))
  return `---\n${lines.join('\n')}\ndate: 2025-01-01\n---\n\n${body.join('\n\n')}\n`
}

const SYLLABLES = ['ka', 'ro', 'ven', 'tu', 'li', 'mo', 'ster', 'fa', 'nix', 'do', 'per', 'gra']

async function addProjectsAndPeople(): Promise<void> {
  const random = randomOf('search/names')
  const existing = await db.project.count()
  const projects = Array.from({ length: PROJECTS - existing }, (_, at) => {
    const name = `${random.sample(SYLLABLES, 3).join('')}${at}`
    return {
      id: uuidOf(`bench/project/${at}`),
      slug: name,
      name,
      tagline: `A ${random.sample(SYLLABLES, 2).join(' ')} for clusters`,
    }
  })
  await db.project.createMany({ data: projects })
  const taken = new Set((await db.person.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  const people = Array.from({ length: PEOPLE - taken.size }, (_, at) => {
    const named = inventName(random)
    return {
      id: uuidOf(`bench/person/${at}`),
      name: named.name,
      slug: slugFor(named, taken),
      bio: 'Runs clusters and writes about it.',
    }
  })
  await db.person.createMany({ data: people })
  const sponsored = people.map(({ id }) => ({ personId: id, projectId: random.pick(projects).id }))
  await db.projectSponsor.createMany({ data: sponsored })
}
