/** Names of projects that are English words or phrases too: in capitals where every word has one they say nothing. */
const ORDINARY: ReadonlySet<string> = new Set([
  ...['atlantis', 'backstage', 'capsule', 'cartography', 'contour', 'cortex', 'curve', 'dragonfly', 'envoy', 'fluid'],
  ...['flux', 'gatekeeper', 'harbor', 'headlamp', 'helm', 'interlink', 'keylime', 'longhorn', 'notary', 'pixie'],
  ...['porter', 'radius', 'rook', 'score', 'shipwright', 'spin', 'submariner', 'tremor', 'trickster', 'volcano'],
  ...['artifact hub', 'confidential containers', 'serverless workflow', 'service mesh interface', 'virtual kubelet'],
])
const LETTER = '\\p{Script=Latin}\\p{N}_'

export interface Talk {
  title: string
  abstract: string | null
}

/**
 * Whether a talk speaks of a project that has one of these names. A name stands as words of its own, within Chinese
 * too, and as it is spelt: capitals count, but for the first letter of a name without any, and for long names with one
 * inside (`opentelemetry`). An English word counts only where its capital says something, and never inside the longer
 * name of another project (`others`).
 */
export function mentions(names: readonly string[], { title, abstract }: Talk, others: readonly string[] = []): boolean {
  const read = (text: string) => names.reduce((rest, name) => withoutLonger(rest, name, others), text)
  const [head, body] = [read(title), read(abstract ?? '')]
  return names.some((name) => hasName(head, name, isTitleCase(head)) || hasName(body, name, false))
}

function hasName(text: string, name: string, isTitled: boolean): boolean {
  // One letter or two are too few to mean anything.
  if (name.length < 3) return false
  const found = text.matchAll(patternOf(name))
  if (!ORDINARY.has(name.toLowerCase())) return !found.next().done
  return [...found].some(({ index }) => (!isTitled || isUsed(text, index)) && !beginsSentence(text, index))
}

function patternOf(name: string): RegExp {
  const words = name.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const [first = ''] = name
  const spelt = words.join('\\s+')
  const isLower = /^\p{Ll}/u.test(name) && name === name.toLowerCase() && name.length > 3
  const body = isLower ? `[${first}${first.toUpperCase()}]${spelt.slice(1)}` : spelt
  return new RegExp(`(?<![${LETTER}])${body}(?![${LETTER}])`, isLongCamel(name) ? 'giu' : 'gu')
}

/** `OpenTelemetry`, which no other word is however it is written; not `gRPC` and not `Open Policy Agent`. */
function isLongCamel(name: string): boolean {
  return name.length > 7 && /^\S*\p{Ll}\p{Lu}\S*$/u.test(name)
}

/** Names of others that hold this one as a word: `Envoy Gateway` is not about Envoy. */
function withoutLonger(text: string, name: string, others: readonly string[]): string {
  const longer = others.filter((other) => other.length > name.length && patternOf(name).test(other))
  return longer.reduce((rest, other) => rest.replace(patternOf(other), '·'), text)
}

/** Whether a capital is owed to the place: at the beginning, after a full stop, a colon, a dash, a bullet or a quote. */
function beginsSentence(text: string, index: number): boolean {
  const before = text.slice(0, index)
  return /(?:^|[.!?:;…。！？：；\n–—•*“"‘(]|[-+] |\d\) )\s*$/u.test(before)
}

/** `Charts with Helm`: nobody does anything with a helm. */
function isUsed(text: string, index: number): boolean {
  return /\b(?:with|using|via)\s+$/i.test(text.slice(0, index))
}

/** Whether all long words of a title have a capital: then no capital says anything. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{Script=Latin}{5,}/gu) ?? []
  return words.every((word) => /^\p{Lu}/u.test(word))
}
