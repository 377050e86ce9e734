import type { Block, Inline } from '../schema/tree'
import type { Drawing } from './drawing'
import { Line } from './line'

type Props = { table: Extract<Block, { is: 'table' }>; drawing: Drawing }

/** A table of a text. Where it is wider than the page it scrolls, and can be reached by keyboard to do so. */
export function TextTable({ table: { align, head, rows }, drawing }: Props) {
  const style = (column: number) => {
    const textAlign = align[column]
    return textAlign ? { textAlign } : undefined
  }
  const columns = head
    .map(wordsOf)
    .filter(Boolean)
    .join(drawing.locale === 'zh' ? '、' : ', ')
  const words = (of: Inline[]) => <Line of={of} drawing={drawing} />
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of forms
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="table-scroll" role="group" tabIndex={0} aria-label={drawing.parts('table', { columns })}>
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" style={style(column)}>
                {words(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={style(column)}>
                  {words(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The words of a cell without their marks. */
function wordsOf(of: Inline[]): string {
  return of
    .map((node) => {
      if (typeof node === 'string') return node
      return 'of' in node ? wordsOf(node.of) : 'text' in node ? node.text : ''
    })
    .join('')
    .trim()
}
