'use client'
import { useEffect, useState } from 'react'
import fields from '@/components/field.module.css'
import { countText } from '../rules/count'
import type { LimitUnit } from '../schema/question'

type Props = { of: string; limit: number; unit: LimitUnit }

/** How much of a limit is left, counted as the server counts. Without a script it says the limit. */
export function TextCounter({ of, limit, unit }: Props) {
  const [count, setCount] = useState(0)

  useEffect(() => {
    const field = document.getElementById(of)
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return
    const update = () => setCount(countText(field.value.trim(), unit))
    update()
    field.addEventListener('input', update)
    return () => field.removeEventListener('input', update)
  }, [of, unit])

  const left = limit - count
  const say = (number: number) => `${number.toLocaleString('en')} ${unit}`
  const text = left < 0 ? `${say(-left)} too many` : count === 0 ? `Up to ${say(limit)}` : `${say(left)} left`
  return (
    <div className={fields.counter} data-over={left < 0 ? '' : undefined}>
      <span>{text}</span>
      <span className="visually-hidden" aria-live="polite">
        {count > 0 && left < limit / 10 ? text : ''}
      </span>
    </div>
  )
}
