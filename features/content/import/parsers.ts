import type { Nodes, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** MDX as a tree whose nodes know their places. What it throws says where, as `line` and `column`. */
export type Parse = (text: string) => Root

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMdx).freeze()

/** The parser whose word counts: what it refuses is refused, and its places are named. */
export const parseCarefully: Parse = (text) => parser.parse(text)

/** Tabs, letters beyond the first plane beside marks, and lines that begin as modules do. */
const UNSURE = /[\0\t\u{10000}-\u{10FFFF}]|^\s*(?:import|export)\b/mu

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
