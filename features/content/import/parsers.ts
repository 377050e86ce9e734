import type { Nodes, Root } from 'mdast'

/** MDX as a tree whose nodes know their places. What it throws says where, as `line` and `column`. */
export type Parse = (text: string) => Root

let careful: Promise<Parse> | undefined

/** The parser whose word counts: what it refuses is refused, and its places are named. Fetched when it is needed. */
export function carefulParser(): Promise<Parse> {
  careful ??= loadCarefulParser()
  return careful
}

async function loadCarefulParser(): Promise<Parse> {
  const [{ unified }, { default: markdown }, { default: frontmatter }, { default: gfm }, { default: mdx }] =
    await Promise.all([
      import('unified'),
      import('remark-parse'),
      import('remark-frontmatter'),
      import('remark-gfm'),
      import('remark-mdx'),
    ])
  const parser = unified().use(markdown).use(frontmatter).use(gfm).use(mdx).freeze()
  return (text) => parser.parse(text)
}

/** Tabs, letters beyond the first plane beside marks, lines that begin as modules do, and tasks without words. */
const UNSURE = /[\0\t\u{10000}-\u{10FFFF}]|^\s*(?:import|export)\b|\[[ xX]\]\s*$/mu

/**
 * A parser in Rust that takes a fiftieth of the time, or null where this machine has none. It throws where the careful
 * one might read otherwise; a test holds their trees together in all else.
 */
export async function findFastParser(): Promise<Parse | null> {
  try {
    const { mdxToMdast } = await import('satteri')
    return (text) => {
      const root = UNSURE.test(text) ? null : mdxToMdast(text)
      if (root?.type !== 'root' || !isSure(root)) throw new Error('This is for the careful parser.')
      return root
    }
  } catch {
    return null
  }
}

/** Addresses in running text, without brackets, become links after rules that the two do not share. */
function isSure(node: Nodes): boolean {
  if (node.type === 'text') return !/www\.|@|:\//i.test(node.value)
  if (!('children' in node)) return true
  const [first] = node.children
  if (node.type === 'link' && first?.position?.start.offset === node.position?.start.offset) return false
  return node.children.every(isSure)
}
