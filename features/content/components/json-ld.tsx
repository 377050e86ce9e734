import { scriptJson } from '../formats/json-ld'

/** Facts for search engines: data in a script element, which nothing runs. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />
}
