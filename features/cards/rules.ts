/** Ems of width that a text takes, roughly: Chinese characters are as wide as high, Latin ones half that. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[⺀-鿿豈-﫿＀-｠]/u.test(character) ? 1 : 0.5), 0)
}

/** Size in pixels and most lines of a title, so that a long one is smaller and one beyond all measure is cut. */
export function titleSize(title: string): { size: number; lines: number } {
  const width = widthOf(title)
  if (width <= 22) return { size: 84, lines: 3 }
  if (width <= 40) return { size: 68, lines: 4 }
  if (width <= 62) return { size: 56, lines: 4 }
  return { size: 46, lines: 5 }
}

const KINDS = ['site', 'article', 'case-study', 'project', 'person', 'organization', 'event', 'session'] as const

export function isCardKind(kind: string): kind is (typeof KINDS)[number] {
  return KINDS.some((known) => known === kind)
}
