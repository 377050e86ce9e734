import { plainText } from './text'

export type Cell = string | number | null

/** Lines of cells as RFC 4180 wants them. */
export function csv(lines: Cell[][]): string {
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** The same as a file for a spreadsheet: without the mark at its beginning, Excel reads UTF-8 as something else. */
export const spreadsheet = (lines: Cell[][]): string => `\uFEFF${csv(lines)}`

function cell(value: Cell): string {
  const text = typeof value === 'string' ? harmless(plainText(value)) : String(value ?? '')
  return /[",;\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** What spreadsheets run when a cell begins with it, also in full-width letters; and the same behind apostrophes. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r])/

/** An apostrophe makes text of a formula; one more of what looks as if it had one, so that `plain` gives it back. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** A cell as it was before a writer (ours, or another careful one) made it harmless. */
export function plain(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
