import { statSync } from 'node:fs'
import path from 'node:path'
import type { Nodes, Root } from 'mdast'
import type {} from 'remark-mdx'

/** What there is below public/ of what a text shows. */
export interface Files {
  /** Sizes in pixels by address, so that nothing jumps. */
  pictures: ReadonlyMap<string, { width: number; height: number }>
  hasFile: (address: string) => boolean
}

/** Looks for the pictures of a text below `folder`. */
export async function filesOf(root: Root, folder: string): Promise<Files> {
  const pictures = new Map<string, { width: number; height: number }>()
  for (const url of picturesIn(root)) {
    const size = await sizeOf(url, folder)
    if (size) pictures.set(url, size)
  }
  return { pictures, hasFile: (address) => isFile(address, folder) }
}

function picturesIn(node: Nodes): string[] {
  if (node.type === 'image') return [node.url]
  const isElement = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
  const own = isElement ? node.attributes.flatMap(shownBy) : []
  return 'children' in node ? [...own, ...node.children.flatMap(picturesIn)] : own
}

type Attribute = Extract<Nodes, { type: 'mdxJsxFlowElement' }>['attributes'][number]

function shownBy(attribute: Attribute): string[] {
  const isPicture = attribute.type === 'mdxJsxAttribute' && ['src', 'poster'].includes(attribute.name)
  return isPicture && typeof attribute.value === 'string' ? [attribute.value] : []
}

async function sizeOf(url: string, folder: string): Promise<{ width: number; height: number } | null> {
  if (!/^\/[\w./-]+\.(?:png|jpe?g|webp|avif|svg)$/.test(url) || url.includes('..')) return null
  try {
    const { default: sharp } = await import('sharp')
    const { width, height } = await sharp(path.join(folder, url)).metadata()
    return { width, height }
  } catch {
    return null
  }
}

function isFile(address: string, folder: string): boolean {
  if (!/^\/[\w./-]+$/.test(address) || address.includes('..')) return false
  return statSync(path.join(folder, address), { throwIfNoEntry: false })?.isFile() ?? false
}
