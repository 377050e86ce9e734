import { plainText } from './text'

/** Lines of cells as RFC 4180 wants them. */
export function csv(lines: (string | number | null)[][]): string {
  return lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  const text = typeof value === 'string' ? harmless(plainText(value)) : String(value ?? '')
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** Spreadsheets run a cell that begins like a formula, also in full-width letters: an apostrophe makes it text. */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
}
