import jsonld from 'jsonld'
import { z } from 'zod'

/** What Google’s documentation of structured data and schema.org demand of each kind of thing. */
const REQUIRED: Record<string, string[]> = {
  Article: ['headline', 'author', 'image'],
  BlogPosting: ['headline', 'author', 'image', 'mainEntityOfPage'],
  BreadcrumbList: ['itemListElement'],
  Event: ['name', 'startDate'],
  FAQPage: ['mainEntity'],
  ListItem: ['position', 'name', 'item'],
  Organization: ['name'],
  Person: ['name'],
  ProfilePage: ['mainEntity'],
  Question: ['name', 'acceptedAnswer'],
  Answer: ['text'],
  SoftwareSourceCode: ['name', 'url'],
  VideoObject: ['name', 'thumbnailUrl', 'uploadDate'],
  WebSite: ['name', 'url'],
}

const VOCABULARY = 'https://schema.org/'
const Node = z.looseObject({ '@type': z.array(z.string()).optional() })

/** Reads it as JSON-LD, with another’s processor, and says what is missing; nothing when all is there. */
export async function jsonLdComplaints(text: string): Promise<string[]> {
  const given = z.looseObject({ '@context': z.literal('https://schema.org') }).parse(JSON.parse(text))
  const expanded = await jsonld.expand({ ...given, '@context': { '@vocab': VOCABULARY } })
  const things = expanded.flatMap(nodesOf)
  if (things.length === 0) return ['says nothing']
  return things.flatMap((node) => {
    const types = (node['@type'] ?? []).map((type) => type.replace(VOCABULARY, ''))
    return types.flatMap((type) =>
      (REQUIRED[type] ?? []).filter((name) => !(VOCABULARY + name in node)).map((name) => `${type} without ${name}`),
    )
  })
}

function nodesOf(value: unknown): z.infer<typeof Node>[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  const node = Node.safeParse(value)
  if (!node.success) return []
  const own = node.data['@type'] ? [node.data] : []
  return [...own, ...Object.values(node.data).flatMap(nodesOf)]
}
