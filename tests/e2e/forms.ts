import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5'

/** A form as it stands in a page: where it goes, and what a browser without scripts would send of it. */
export interface PostedForm {
  action: string
  fields: [name: string, value: string][]
}

const attribute = (node: Html.Element, name: string) => node.attrs.find((one) => one.name === name)?.value

function* elements(node: Html.Node): Generator<Html.Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child)
}

function textOf(node: Html.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** The form of this page in which there is a field of this name. */
export function formWith(html: string, field: string): PostedForm {
  const forms = [...elements(parse(html))].filter(({ tagName }) => tagName === 'form')
  const found = forms.find((form) => [...elements(form)].some((one) => attribute(one, 'name') === field))
  if (!found) throw new Error(`There is no form with ${field}`)
  const fields = [...elements(found)].flatMap((one): PostedForm['fields'] => {
    const [name, type] = [attribute(one, 'name'), attribute(one, 'type')]
    if (!name || type === 'file' || type === 'submit' || one.tagName === 'button') return []
    if ((type === 'checkbox' || type === 'radio') && attribute(one, 'checked') === undefined) return []
    if (one.tagName === 'textarea') return [[name, textOf(one)]]
    return one.tagName === 'input' ? [[name, attribute(one, 'value') ?? '']] : []
  })
  return { action: attribute(found, 'action') ?? '', fields }
}

/** What a reader sees of a page. */
export function wordsOf(html: string): string {
  const words = (node: Html.Node): string => {
    if ('tagName' in node && (node.tagName === 'script' || node.tagName === 'style')) return ''
    if (node.nodeName === '#text' && 'value' in node) return node.value
    return 'childNodes' in node ? node.childNodes.map(words).join(' ') : ''
  }
  return words(parse(html)).replace(/\s+/g, ' ')
}
