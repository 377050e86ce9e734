import type { ReactNode } from 'react'
import type { Block, Speaker } from '../schema/tree'
import type { Drawing } from './drawing'
import { SpeakerLine } from './speaker-line'
import styles from './spoken.module.css'

/** Somebody's words, and whose they are. */
export function Quotation({ by, drawing, children }: { by: Speaker; drawing: Drawing; children: ReactNode }) {
  return (
    <figure className={styles.quotation}>
      <blockquote>{children}</blockquote>
      <figcaption>
        <SpeakerLine by={by} drawing={drawing} />
      </figcaption>
    </figure>
  )
}

type Turn = { block: Extract<Block, { is: 'question' | 'answer' }>; drawing: Drawing; children: ReactNode }

/** A question of an interview, or an answer whose speaker is named. */
export function InterviewTurn({ block: { is, by }, drawing, children }: Turn) {
  return (
    <div className={is === 'question' ? styles.question : styles.answer}>
      {by && (
        <p className={styles.speaker}>
          <SpeakerLine by={by} drawing={drawing} />
        </p>
      )}
      {children}
    </div>
  )
}
