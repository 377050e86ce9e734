import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Span = readonly [from: number, to: number]

/**
 * A page as it is delivered: without the framework's scripts, byte for byte the same elsewhere. Null when a part of the
 * page is still pending or has failed on the server, because only the framework's scripts could complete that.
 */
export function strip(html: string): string | null {
  const cuts: Span[] = []
  if (!look(parse(html, { sourceCodeLocationInfo: true }), cuts)) return null
  let kept = ''
  let position = 0
  for (const [from, to] of cuts) {
    kept += html.slice(position, from)
    position = to
  }
  return kept + html.slice(position)
}

/** Gathers what to cut in document order; false when the page is not whole. */
function look(node: Tree.Node, cuts: Span[]): boolean {
  if (node.nodeName === '#comment' && 'data' in node && /^\$[?!~]/.test(node.data)) return false
  if ('tagName' in node) {
    const attribute = attributesOf(node)
    if (node.tagName === 'html' && attribute.get('id') === '__next_error__') return false
    if (node.tagName === 'template' && isReactsPlaceholder(attribute)) return false
    if (isFrameworks(node, attribute) && node.sourceCodeLocation) {
      cuts.push([node.sourceCodeLocation.startOffset, node.sourceCodeLocation.endOffset])
      return true
    }
    if ('content' in node && !look(node.content, cuts)) return false
  }
  return !('childNodes' in node) || node.childNodes.every((child) => look(child, cuts))
}

function attributesOf(element: Tree.Element): Map<string, string> {
  return new Map(element.attrs.map(({ name, value }) => [name, value]))
}

function isReactsPlaceholder(attribute: Map<string, string>): boolean {
  return attribute.has('data-dgst') || attribute.has('data-msg') || /^[BPS]:/.test(attribute.get('id') ?? '')
}

function isFrameworks(element: Tree.Element, attribute: Map<string, string>): boolean {
  if (element.tagName === 'script') {
    const source = attribute.get('src')
    return source === undefined ? isExecutable(attribute.get('type')) : source.startsWith('/_next/')
  }
  if (element.tagName !== 'link' || !attribute.get('href')?.startsWith('/_next/')) return false
  const rel = attribute.get('rel')
  return rel === 'modulepreload' || ((rel === 'preload' || rel === 'prefetch') && attribute.get('as') === 'script')
}

/** Inline data (JSON-LD, speculation rules) stays. Inline code is the framework's: the CSP would refuse ours too. */
function isExecutable(type: string | undefined): boolean {
  return !type || type === 'module' || /^(?:text|application)\/(?:java|ecma)script$/i.test(type)
}
