/** Says how the page came to be, so that nobody edits it by hand. */
export const made = (from: string) => `<!-- Made by \`npm run docs\` from ${from}: change it there. -->`

/** A Markdown table; what a cell holds cannot end the cell. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export const code = (text: string) => `\`${text}\``

/** Paragraphs, tables and headings, one empty line between them. */
export const page = (...parts: string[]) => `${parts.join('\n\n')}\n`
