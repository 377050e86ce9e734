import type { Thing, WithContext } from 'schema-dts'

/** What a page is about, for machines (schema.org). `<` is escaped, so that no text can end the element. */
export function JsonLd({ data }: { data: Exclude<Thing, string> }) {
  const whole: WithContext<Exclude<Thing, string>> = { '@context': 'https://schema.org', ...data }
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(whole) }} />
}

/** JSON that may stand in a script element. */
export function scriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
