import path from 'node:path'
import type { Nodes, Root } from 'mdast'
import sharp from 'sharp'
import type { Picture } from './context'

/** The pictures that a text shows and that exist below `folder`, with their sizes in pixels, so that nothing jumps. */
export async function picturesOf(root: Root, folder: string): Promise<Map<string, Picture>> {
  const found = new Map<string, Picture>()
  for (const url of urlsIn(root)) {
    const size = await sizeOf(url, folder)
    if (size) found.set(url, size)
  }
  return found
}

function urlsIn(node: Nodes): string[] {
  if (node.type === 'image') return [node.url]
  return 'children' in node ? node.children.flatMap(urlsIn) : []
}

async function sizeOf(url: string, folder: string): Promise<Picture | null> {
  if (!/^\/[\w./-]+\.(?:png|jpe?g|webp|avif|svg)$/.test(url) || url.includes('..')) return null
  try {
    const { width, height } = await sharp(path.join(folder, url)).metadata()
    return { width, height }
  } catch {
    return null
  }
}
