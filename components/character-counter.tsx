'use client'
import { useEffect, useState } from 'react'
import styles from './field.module.css'

/** `#` stands for the number. */
export type CounterWords = { limit: string; left: string; over: string }

const english: CounterWords = { limit: 'Up to # characters', left: '# characters left', over: '# characters too many' }

type Props = { id: string; of: string; limit: number; used: number; words?: CounterWords }

/** Without JavaScript it says the limit. It speaks up only when the end is near, not with every letter. */
export function CharacterCounter({ id, of, limit, used, words = english }: Props) {
  const [count, setCount] = useState<number | null>(null)

  useEffect(() => {
    const field = document.getElementById(of)
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
    const update = () => setCount(field.value.length)
    update()
    field.addEventListener('input', update)
    return () => field.removeEventListener('input', update)
  }, [of])

  const left = limit - (count ?? used)
  const text =
    left < 0 ? say(words.over, -left) : count === null || count === 0 ? say(words.limit, limit) : say(words.left, left)
  const near = count !== null && left < limit / 10
  return (
    <div className={styles.counter} data-over={left < 0 ? '' : undefined}>
      <span id={id}>{text}</span>
      <span className="visually-hidden" aria-live="polite">
        {near ? text : ''}
      </span>
    </div>
  )
}

function say(words: string, count: number) {
  return words.replace('#', count.toLocaleString(pageLanguage()))
}

function pageLanguage() {
  return typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en'
}
