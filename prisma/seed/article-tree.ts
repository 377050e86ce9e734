import type { Block, Inline } from '@/features/content/schema/tree'
import type { Article, Section } from './article'

/** The article as the tree that pages draw. */
export function treeOf({ lead, sections, previous }: Article): Block[] {
  const link: Inline = { is: 'link', href: `/blog/${previous}`, of: ['the notes before these'] }
  const more: Block[] = previous === null ? [] : [{ is: 'paragraph', of: ['See also ', link, '.'] }]
  return [paragraph(lead), ...sections.flatMap(sectionBlocks), ...more]
}

function sectionBlocks({ id, heading, paragraphs, items, code }: Section): Block[] {
  const list: Block[] =
    items.length === 0
      ? []
      : [{ is: 'list', start: null, items: items.map((item) => ({ done: null, of: [paragraph(item)] })) }]
  const listing: Block[] = code === null ? [] : [{ is: 'listing', language: 'yaml', code }]
  return [{ is: 'heading', level: 2, id, of: [heading] }, ...paragraphs.map(paragraph), ...list, ...listing]
}

function paragraph(text: string): Block {
  return { is: 'paragraph', of: [text] }
}
