import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { joinStyles } from './styles'

interface Cut {
  from: number
  to: number
  /** Of a style sheet, its address. */
  styles?: string
}

/**
 * A page as it is delivered: without the framework's scripts, its style sheets joined into one, byte for byte the same
 * elsewhere. Null when a part of the page is still pending or has failed on the server, because only the framework's
 * scripts could complete that.
 */
export function strip(html: string): string | null {
  const cuts: Cut[] = []
  if (!look(parse(html, { sourceCodeLocationInfo: true }), cuts)) return null
  const sheets = cuts.flatMap(({ styles }) => styles ?? [])
  const styles = sheets.length > 1 ? joinStyles(sheets) : null
  let link = styles ? `<link rel="stylesheet" href="${styles}"/>` : ''
  let kept = ''
  let position = 0
  for (const cut of cuts) {
    if (cut.styles && !styles) continue
    kept += html.slice(position, cut.from)
    position = cut.to
    if (!cut.styles) continue
    kept += link
    link = ''
  }
  return kept + html.slice(position)
}

/** Gathers what to cut in document order; false when the page is not whole. */
function look(node: Tree.Node, cuts: Cut[]): boolean {
  if (isPending(node)) return false
  if ('tagName' in node) {
    const attribute = attributesOf(node)
    if (node.tagName === 'html' && attribute.get('id') === '__next_error__') return false
    if (node.tagName === 'template' && isReactsPlaceholder(attribute)) return false
    const styles = stylesOf(node, attribute)
    if ((styles || isFrameworks(node, attribute) || isEmptyShelf(node, attribute)) && node.sourceCodeLocation) {
      const { startOffset: from, endOffset: to } = node.sourceCodeLocation
      cuts.push(styles ? { from, to, styles } : { from, to })
      return true
    }
    if ('content' in node && !look(node.content, cuts)) return false
  }
  return !('childNodes' in node) || node.childNodes.every((child) => look(child, cuts))
}

function attributesOf(element: Tree.Element): Map<string, string> {
  return new Map(element.attrs.map(({ name, value }) => [name, value]))
}

/** Where the framework would put what is streamed late: nothing was. */
function isEmptyShelf({ tagName, childNodes }: Tree.Element, attribute: Map<string, string>): boolean {
  const isHidden = tagName === 'div' && attribute.size === 1 && attribute.has('hidden')
  return (
    isHidden && childNodes.length > 0 && childNodes.every((child) => child.nodeName === '#comment' && !isPending(child))
  )
}

function isPending(node: Tree.Node): boolean {
  return node.nodeName === '#comment' && 'data' in node && /^\$[?!~]/.test(node.data)
}

function stylesOf({ tagName }: Tree.Element, attribute: Map<string, string>): string | null {
  const isStyles = tagName === 'link' && attribute.get('rel') === 'stylesheet' && !attribute.has('media')
  const href = attribute.get('href') ?? ''
  return isStyles && href.startsWith('/_next/') ? href : null
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
