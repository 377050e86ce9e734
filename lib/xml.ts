import { plainText } from './text'

export interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[] | string
}

/** An element with elements in it, or with a text, or empty. An attribute or child that is null is left out. */
export function element(
  name: string,
  attributes: Record<string, string | null>,
  children: (Element | null)[] | string = '',
): Element {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]))
  const inside = typeof children === 'string' ? children : children.filter((child) => child !== null)
  return { name, attributes: Object.fromEntries(given), children: inside }
}

/** An XML 1.0 document. Texts come back from any parser as they were given, but for what XML cannot carry. */
export function xmlDocument(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`
}

function written({ name, attributes, children }: Element, indent: string): string {
  const tag = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ')
  if (children.length === 0) return `${indent}<${tag}/>\n`
  if (typeof children === 'string') return `${indent}<${tag}>${escapeXml(children)}</${name}>\n`
  return `${indent}<${tag}>\n${children.map((child) => written(child, `${indent}  `)).join('')}${indent}</${name}>\n`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers would make spaces of them in attributes.
  '\t': '&#9;',
}

/** What looks like an entity is escaped as well: people write of `&nbsp;`, and mean its letters. */
export function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"\t]/g, (mark) => ENTITIES[mark] ?? mark)
}
