import type { ReactNode } from 'react'
import { classNames } from '@/components/class-names'
import type { Line, Token } from '../formats/highlight'
import type { Block } from '../schema/tree'
import type { Drawing } from './drawing'
import styles from './listing.module.css'

type Props = { listing: Extract<Block, { is: 'listing' }>; drawing: Drawing }

/** Code, coloured as it is drawn: pages are kept whole, so that this happens once for each. */
export function Listing({ listing: { language, code, title, marked = [] }, drawing }: Props) {
  const lines = drawing.highlight(code, language)
  const isPlain = marked.length === 0 && lines.every(({ change }) => change === undefined)
  return (
    <Frame title={title} language={language}>
      {isPlain
        ? joined(lines.flatMap(({ tokens }, index) => (index > 0 ? ['\n', ...tokens] : tokens))).map(tokenOf)
        : lines.map((line, index) => (
            <LineOfCode key={index} line={line} isMarked={marked.includes(index + 1)} parts={drawing.parts} />
          ))}
    </Frame>
  )
}

function LineOfCode({ line, isMarked, parts }: { line: Line; isMarked: boolean; parts: Drawing['parts'] }) {
  const content = joined([...line.tokens, '\n']).map(tokenOf)
  const className = classNames(styles.line, line.change && styles[line.change])
  if (!isMarked) return <span className={className}>{content}</span>
  return (
    <mark className={classNames(className, styles.marked)} title={parts('markedLine')}>
      {content}
    </mark>
  )
}

/** Between two strings React would set a comment. */
function joined(tokens: Token[]): Token[] {
  const all: Token[] = []
  for (const token of tokens) {
    const last = all.at(-1)
    if (typeof token === 'string' && typeof last === 'string') all[all.length - 1] = last + token
    else all.push(token)
  }
  return all
}

function tokenOf(token: Token, index: number) {
  if (typeof token === 'string') return token
  return (
    <span key={index} className={`tok-${token[0]}`}>
      {token[1]}
    </span>
  )
}

type Terminal = { terminal: Extract<Block, { is: 'terminal' }> }

/** A session at a prompt. The prompt and what was answered cannot be selected: only commands are worth copying. */
export function TerminalListing({ terminal: { lines, title } }: Terminal) {
  const continues = (index: number) => lines[index - 1]?.command && lines[index - 1]?.text.endsWith('\\')
  return (
    <Frame title={title} language="terminal">
      {lines.map(({ command, text }, index) => (
        <span
          key={index}
          className={command ? styles.command : styles.output}
          data-command={command || undefined}
          data-continued={(command && continues(index)) || undefined}
        >
          {`${text}\n`}
        </span>
      ))}
    </Frame>
  )
}

type FrameProps = { title: string | undefined; language: string; children: ReactNode }

function Frame({ title, language, children }: FrameProps) {
  const frame = (
    <copy-code class={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} data-language={language}>
        <code>{children}</code>
      </pre>
    </copy-code>
  )
  if (title === undefined) return frame
  return (
    <figure className={styles.titled}>
      <figcaption>{title}</figcaption>
      {frame}
    </figure>
  )
}
