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
    <Frame title={title} language={language} drawing={drawing}>
      {lines.map((line, index) =>
        isPlain ? (
          [index > 0 && '\n', line.tokens.map(tokenOf)]
        ) : (
          <LineOfCode key={index} line={line} isMarked={marked.includes(index + 1)} parts={drawing.parts} />
        ),
      )}
    </Frame>
  )
}

function LineOfCode({ line, isMarked, parts }: { line: Line; isMarked: boolean; parts: Drawing['parts'] }) {
  const content = (
    <>
      {line.tokens.map(tokenOf)}
      {'\n'}
    </>
  )
  const className = classNames(styles.line, line.change && styles[line.change])
  if (!isMarked) return <span className={className}>{content}</span>
  return (
    <mark className={classNames(className, styles.marked)} title={parts('markedLine')}>
      {content}
    </mark>
  )
}

function tokenOf(token: Token, index: number) {
  if (typeof token === 'string') return token
  return (
    <span key={index} className={`tok-${token[0]}`}>
      {token[1]}
    </span>
  )
}

type Terminal = { terminal: Extract<Block, { is: 'terminal' }>; drawing: Drawing }

/** A session at a prompt. The prompt and what was answered cannot be selected: only commands are worth copying. */
export function TerminalListing({ terminal: { lines, title }, drawing }: Terminal) {
  const continues = (index: number) => lines[index - 1]?.command && lines[index - 1]?.text.endsWith('\\')
  return (
    <Frame title={title} language="terminal" drawing={drawing}>
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

type FrameProps = { title: string | undefined; language: string; drawing: Drawing; children: ReactNode }

function Frame({ title, language, drawing: { words }, children }: FrameProps) {
  const frame = (
    <copy-code class={styles.frame} label={words('copy')} done={words('copied')}>
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
