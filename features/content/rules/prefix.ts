import type { Tree } from '../schema/tree'

/** The same text with other names for its places, so that it can stand beside another on one page. */
export function withPrefix(tree: Tree, prefix: string): Tree {
  return tree.map((block) => renamed(block, prefix)) as Tree
}

function renamed(node: unknown, prefix: string): unknown {
  if (Array.isArray(node)) return node.map((one) => renamed(one, prefix))
  if (typeof node !== 'object' || node === null) return node
  const { is, id, href } = node as Partial<Record<'is' | 'id' | 'href', unknown>>
  const inside = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renamed(value, prefix)]))
  const isPlace = typeof id === 'string' && (is !== undefined || 'of' in node)
  return {
    ...inside,
    ...(isPlace ? { id: prefix + id } : {}),
    ...(typeof href === 'string' && href.startsWith('#') ? { href: `#${prefix}${href.slice(1)}` } : {}),
  }
}
