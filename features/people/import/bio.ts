import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { plainText } from '@/lib/text'

type Node = DefaultTreeAdapterMap['childNode']

const SILENT = new Set(['script', 'style', 'template', 'iframe', 'object', 'noscript', 'svg', 'math', 'head', 'title'])
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'tr',
])

/** The words of some HTML, in paragraphs: no element, attribute or script of it is kept. */
export function plainBio(html: string): string {
  return plainText(parseFragment(html).childNodes.map(wordsOf).join(''))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/\s+/g, ' ')
  if (!('tagName' in node) || SILENT.has(node.tagName)) return ''
  const inside = node.childNodes.map(wordsOf).join('')
  if (node.tagName === 'br') return '\n'
  if (node.tagName === 'li') return `\n– ${inside.trim()}`
  return BLOCKS.has(node.tagName) ? `\n\n${inside}\n\n` : inside
}
