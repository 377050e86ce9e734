import type { Block, Token } from '../schema/tree'
import type { Words } from './drawing'
import styles from './listing.module.css'

type Props = { listing: Extract<Block, { is: 'listing' }>; words: Words }

/** Code, coloured when it was synced. */
export function Listing({ listing: { language, lines }, words }: Props) {
  return (
    <copy-code class={styles.frame} label={words('copy')} done={words('copied')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} data-language={language}>
        <code>{lines.map((tokens, index) => [index > 0 && '\n', tokens.map(tokenOf)])}</code>
      </pre>
    </copy-code>
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

/** A session at a prompt. The prompt and what was answered cannot be selected: only commands are worth copying. */
export function TerminalListing({ lines, words }: { lines: { command: boolean; text: string }[]; words: Words }) {
  return (
    <copy-code class={styles.frame} label={words('copy')} done={words('copied')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} data-language="terminal">
        <code>
          {lines.map(({ command, text }, index) => (
            <span
              key={index}
              className={command ? styles.command : styles.output}
              data-command={command || undefined}
              data-continued={
                (command && lines[index - 1]?.command && lines[index - 1]?.text.endsWith('\\')) || undefined
              }
            >
              {`${text}\n`}
            </span>
          ))}
        </code>
      </pre>
    </copy-code>
  )
}
