import type { RootContent } from 'mdast'
import type {} from 'remark-mdx'
import type { z } from 'zod'
import { COMPONENTS, type ComponentName, isComponent } from './components'
import type { Context } from './context'

type Element = Extract<RootContent, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
export type PropertiesOf<Name extends ComponentName> = z.infer<(typeof COMPONENTS)[Name]['props']>
/** A component with its checked properties. */
export type Used = { [Name in ComponentName]: { name: Name; props: PropertiesOf<Name> } }[ComponentName]

/** The component that this element uses, or null where it is refused. */
export function componentOf(element: Element, context: Context): Used | null {
  const { name } = element
  if (!isComponent(name)) {
    context.refuse(element, unknownName(name))
    return null
  }
  const given = literalsOf(element, name, context)
  if (given === null) return null
  const { use } = COMPONENTS[name]
  if (!use.endsWith('with-words') && element.children.length > 0) {
    context.refuse(element, `<${name}> holds nothing: close it with />`)
    return null
  }
  const parsed = COMPONENTS[name].props.safeParse(given)
  // The schema of this very name has just said what the properties are; only the pairing is lost on the compiler.
  if (parsed.success) return { name, props: parsed.data } as Used
  for (const issue of parsed.error.issues) {
    const [key] = issue.path
    const isAbsent = key !== undefined && given[String(key)] === undefined
    context.refuse(element, `<${name}> ${isAbsent ? `needs ${String(key)}="…"` : sentenceOf(issue)}`)
  }
  return null
}

function literalsOf(element: Element, name: string, context: Context): Record<string, string> | null {
  const literals: Record<string, string> = {}
  for (const attribute of element.attributes) {
    const message = refusalOf(attribute, name, literals)
    if (message !== null) {
      context.refuse(attribute.position ? attribute : element, message)
      return null
    }
    if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string') {
      literals[attribute.name] = attribute.value
    }
  }
  return literals
}

function refusalOf(attribute: Element['attributes'][number], name: string, before: Record<string, string>) {
  if (attribute.type === 'mdxJsxExpressionAttribute') return `<${name}> takes no properties in braces`
  if (typeof attribute.value !== 'string') return `<${name}> ${attribute.name} must be text in double quotes`
  return Object.hasOwn(before, attribute.name) ? `<${name}> has ${attribute.name} twice` : null
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `has no property ${issue.keys.join(', ')}`
  return [...issue.path, issue.message].join(' ')
}

function unknownName(name: string | null): string {
  if (name === null) return 'is a fragment, which is not allowed'
  if (/^[a-z]/.test(name)) return `is HTML (<${name}>), which is not allowed: use Markdown`
  return `<${name}> is not a component; there are ${Object.keys(COMPONENTS).join(', ')}`
}
