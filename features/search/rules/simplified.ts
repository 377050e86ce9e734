import characters from 'opencc-js/dict/TSCharacters'

const HAN = /[\u3400-\u9fff]/g
let table: Map<string, string> | null = null

/**
 * The text with each traditional character as its simplified one, sign by sign (OpenCC's table), so that who writes the
 * one finds the other. Places stay as they were: the few characters that one sign alone does not write are left alone.
 */
export function simplified(text: string): string {
  table ??= tableOf(characters)
  const known = table
  return text.replace(HAN, (sign) => known.get(sign) ?? sign)
}

/** Rows of a character and what it may become, the most usual first. */
function tableOf(rows: string): Map<string, string> {
  const pairs = rows.split('|').map((row): [string, string] => {
    const [from = '', to = ''] = row.split(' ')
    return [from, to]
  })
  return new Map(pairs.filter(([from, to]) => from.length === 1 && to.length === 1))
}
