import type { Place } from '@/features/content/schema/problems'
import { aliasKey } from '../rules/alias'
import { type Group, groupOf } from './fields'
import type { FoundAt } from './found'
import { ITEM } from './known-fields'
import type { Node, Note } from './nodes'
import { projectOf } from './project'

export interface Read {
  /** How many items there are, of which some are projects. */
  items: number
  projects: FoundAt[]
}

/** Every project of a landscape; whatever else it holds is only looked through for fields that nobody knows. */
export function readLandscape(root: Node, note: Note): Read {
  const read: Read = { items: 0, projects: [] }
  const seen = new Map<string, Place>()
  const categories = groupOf(root, { note, name: 'the file', known: ['landscape'] })?.list('landscape') ?? []
  if (categories.length === 0) note(root.place, 'has no list of categories under landscape; no project was found')
  for (const category of groupsOf(categories, {
    note,
    name: 'a category',
    known: ['category', 'name', 'subcategories'],
  })) {
    const known = ['subcategory', 'name', 'items']
    for (const subcategory of groupsOf(category.list('subcategories'), { note, name: 'a subcategory', known })) {
      for (const node of subcategory.list('items')) {
        read.items++
        const found = itemOf(node, note, { category: category.text('name'), subcategory: subcategory.text('name') })
        if (found && isFirst(found)) read.projects.push(found)
      }
    }
  }
  return { ...read, projects: withOwnKeys(read.projects, note) }

  function isFirst({ source: { name }, place }: FoundAt): boolean {
    const key = aliasKey(name)
    const earlier = seen.get(key)
    if (earlier) note(place, `${name}: was a project in line ${earlier.line} already; the first counts`)
    else seen.set(key, place)
    return !earlier
  }
}

function groupsOf(nodes: Node[], meaning: Parameters<typeof groupOf>[1]): Group[] {
  return nodes.flatMap((node) => groupOf(node, meaning) ?? [])
}

function itemOf(
  node: Node,
  note: Note,
  where: { category: string | null; subcategory: string | null },
): FoundAt | null {
  const named = node.is === 'group' ? node.fields.find(({ key }) => key === 'name') : undefined
  const name = named?.value.is === 'text' ? named.value.text : null
  const item = groupOf(node, { note, name: name ?? 'an item', known: ITEM })
  if (!item) return null
  if (name === null || aliasKey(name) === '') {
    note(item.place, 'an item has no name; it was left out')
    return null
  }
  return projectOf(item, name, where, note)
}

/** Two projects with one lfx_slug would be one: the second is known by its name. */
function withOwnKeys(projects: FoundAt[], note: Note): FoundAt[] {
  const keys = new Set<string>()
  return projects.map((project) => {
    const isTaken = keys.has(project.key)
    if (isTaken)
      note(project.place, `${project.source.name}: has the lfx_slug of another project; its name was taken instead`)
    const key = isTaken ? `name ${aliasKey(project.source.name)}` : project.key
    keys.add(key)
    return { ...project, key }
  })
}
