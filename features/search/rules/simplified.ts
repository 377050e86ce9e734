import characters from 'opencc-js/dict/TSCharacters'

let known: { table: Map<string, string>; traditional: RegExp } | null = null

/**
 * The text with each traditional character as its simplified one, sign by sign (OpenCC's table), so that who writes the
 * one finds the other. Places stay as they were: the few characters that one sign alone does not write are left alone.
 */
export function simplified(text: string): string {
  known ??= tableOf(characters)
  const { table, traditional } = known
  return text.replace(traditional, (sign) => table.get(sign) ?? sign)
}

/** Rows of a character and what it may become, the most usual first. */
function tableOf(rows: string): { table: Map<string, string>; traditional: RegExp } {
  const pairs = rows.split('|').map((row): [string, string] => {
    const [from = '', to = ''] = row.split(' ')
    return [from, to]
  })
  const table = new Map(pairs.filter(([from, to]) => from.length === 1 && to.length === 1 && from !== to))
  // One class of them all: a callback for each character of a long text would take milliseconds.
  // What a character becomes may itself be a traditional one of another.
  for (const [from, to] of table) table.set(from, table.get(to) ?? to)
  return { table, traditional: new RegExp(`[${[...table.keys()].join('')}]`, 'g') }
}
