import type { OpenApi, Operation } from './openapi'
import { shapeOf } from './shape'

interface Look {
  /** Two colours of the foundation, for light and dark. */
  accent: { light: string; dark: string }
}

/** The API as one page for people: everything in it comes from the OpenAPI document, and nothing from elsewhere. */
export function formatDocs(api: OpenApi, { accent }: Look): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const schemas = Object.entries(api.components.schemas)
  const base = api.servers[0]?.url ?? ''
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)}</title>
<style>${styles(accent)}</style>
</head>
<body>
<header>
<p><a href="/">Home</a></p>
<h1>${text(api.info.title)}</h1>
<p>Version ${text(api.info.version)}, at <code>${text(base)}</code>. The same as
<a href="/api/v1/openapi.json">OpenAPI 3.1</a>, for machines.</p>
<pre tabindex="0"><code>curl -H 'Authorization: Bearer lect_…' ${text(base)}/events</code></pre>
<ul>
<li>Lists answer <code>{ items, nextCursor }</code> and take <code>limit</code> (50, at most 200) and <code>cursor</code>.</li>
<li>Problems are <code>application/problem+json</code> (RFC 9457); the end of <code>type</code> is the rule’s word.</li>
<li><code>PATCH</code> and <code>PUT</code> want <code>If-Match</code> with the <code>ETag</code> that was read; 412 brings the current body.</li>
<li>An <code>Idempotency-Key</code> on a <code>POST</code> makes it safe to repeat for 24 hours.</li>
</ul>
</header>
<nav aria-label="Endpoints"><h2>Endpoints</h2>
<ul>${operations.map(({ path, method, operation }) => `<li><a href="#${operation.operationId}"><b>${method}</b> ${text(path)}</a></li>`).join('\n')}</ul>
<h2>Schemas</h2>
<ul>${schemas.map(([name]) => `<li><a href="#schema-${text(name)}">${text(name)}</a></li>`).join('\n')}</ul>
</nav>
<main>
${operations.map(section).join('\n')}
<h2>Schemas</h2>
${schemas.map(([name, schema]) => `<section id="schema-${text(name)}"><h3>${text(name)}</h3>${shape(shapeOf(schema))}</section>`).join('\n')}
</main>
</body>
</html>
`
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const { operationId, summary, security, parameters, responses } = operation
  const isOpen = security.some((way) => Object.keys(way).length === 0)
  const said = parameters.filter((parameter) => parameter.in !== 'path')
  const body = operation.requestBody?.content['application/json']?.schema
  const isForm = operation.requestBody?.content['multipart/form-data'] !== undefined
  const { 'application/json': json, ...files } = responses['2XX'].content ?? {}
  const answers = [json ? shape(shapeOf(json.schema)) : '', ...Object.keys(files).map((type) => `<p>${text(type)}</p>`)]
  return `<section id="${operationId}">
<h3><b>${method}</b> <code>${text(path)}</code></h3>
<p>${text(summary)}</p>
<p class="who">${isOpen ? 'Open to all.' : 'Needs a token.'}</p>
${said.length > 0 ? `<dl>${said.map(row).join('')}</dl>` : ''}
${body ? `<h4>Body${isForm ? ' (JSON, or a form with the file)' : ''}</h4>${shape(shapeOf(body))}` : ''}
<h4>Answer</h4>${answers.join('\n') || '<p>Nothing (204).</p>'}
</section>`
}

function row({ name, in: place, description, required, schema }: Operation['parameters'][number]): string {
  const words = [description ?? schema.description, required ? 'required' : null].filter(Boolean).join('; ')
  const where = place === 'header' ? ' (header)' : ''
  const { description: _, ...bare } = schema
  const fallback = schema.default === undefined ? '' : ` = ${JSON.stringify(schema.default)}`
  return `<dt><code>${text(name)}</code>${where}</dt><dd><code>${text(shapeOf(bare) + fallback)}</code> ${text(words)}</dd>`
}

/** A shape, with a link wherever a field or the whole is one of the named schemas. */
function shape(written: string): string {
  const linked = text(written).replace(
    /(^|: )([A-Z]\w+)(?=\[\]|$| )/gm,
    (_, before: string, name: string) => `${before}<a href="#schema-${name}">${name}</a>`,
  )
  return `<pre tabindex="0"><code>${linked}</code></pre>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const text = (value: string) => value.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)

const styles = ({ light, dark }: Look['accent']) => `
:root { color-scheme: light dark; --ink: light-dark(#131a22, #e7ebef); --muted: light-dark(#4d5864, #a4afbb);
  --surface: light-dark(#fbfcfc, #0f1318); --sunken: light-dark(#f1f4f5, #0a0d11); --line: light-dark(#d9dfe3, #2a323c);
  --accent: light-dark(${light}, ${dark}) }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 6rem; background: var(--surface); color: var(--ink);
  font: 1rem/1.55 system-ui, sans-serif }
h1 { font-size: 1.9rem; line-height: 1.2 } h2 { margin-top: 3rem }
h3 { font-size: 1.05rem; overflow-wrap: anywhere } h3 b, nav b { color: var(--accent); font-family: ui-monospace, monospace }
h4 { margin: 1rem 0 .25rem; font-size: .875rem; color: var(--muted) }
a { color: var(--accent) } a:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
nav ul { padding: 0; list-style: none } nav a { display: inline-block; padding: .2rem 0; overflow-wrap: anywhere }
section { padding: .5rem 0 1rem; border-top: 1px solid var(--line); scroll-margin-top: 1rem }
.who { color: var(--muted) } dl { display: grid; gap: .25rem 1rem } dd { margin: 0 0 0 1rem }
code, pre { font: .875rem/1.5 ui-monospace, monospace } code { overflow-wrap: anywhere }
pre { overflow-x: auto; padding: .75rem 1rem; border-radius: .5rem; background: var(--sunken) }
@media (min-width: 48rem) { nav ul { columns: 2 } dl { grid-template-columns: 14rem 1fr } dd { margin: 0 } }
`
