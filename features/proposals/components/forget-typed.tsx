'use client'
import { useEffect } from 'react'
import { forgetTyping } from './kept-typing'

/** The server has it now: this browser need not keep it any longer. */
export function ForgetTyped({ places }: { places: string[] }) {
  const all = places.join(' ')
  useEffect(() => {
    for (const place of all.split(' ')) forgetTyping(place)
  }, [all])
  return null
}
