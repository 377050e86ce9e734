'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { forgetTyping, type KeptTyping, keptTyping } from './kept-typing'

interface Kept {
  place: string
  /** Of what was typed since: whether it is put back at once, offered beside the form's own text, or of no use. */
  judge: (kept: KeptTyping) => 'restore' | 'offer' | null
  restore: (kept: KeptTyping) => void
}

/** What this browser kept and the server does not have. */
export function useKept({ place, judge, restore }: Kept) {
  const [offered, setOffered] = useState<KeptTyping | null>(null)
  const hasLooked = useRef(false)
  useEffect(() => {
    // Once: when the page is refreshed under its writer, the fields are theirs.
    if (hasLooked.current) return
    hasLooked.current = true
    const kept = keptTyping(place)
    // Whichever is newer: clocks of browsers are wrong, and what is not the same text may be wanted.
    if (!kept) return
    const verdict = judge(kept)
    if (verdict === 'offer') setOffered(kept)
    if (verdict === 'restore') restore(kept)
  }, [place, judge, restore])
  return {
    offered,
    take: (kept: KeptTyping) => {
      setOffered(null)
      restore(kept)
    },
    drop: () => {
      forgetTyping(place)
      setOffered(null)
    },
  }
}

type Props = { kept: ReturnType<typeof useKept>; title?: (kept: KeptTyping) => string }

/** Offers what was kept, by its title where it has one. */
export function KeptOffer({ kept: { offered, take, drop }, title }: Props) {
  if (!offered) return null
  const when = new Date(offered.at).toLocaleString('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' })
  return (
    <Callout
      role="status"
      title="This browser has kept a text of yours."
      actions={
        <>
          <Button variant="primary" onClick={() => take(offered)}>
            Go on with it
          </Button>
          <Button onClick={drop}>Throw it away</Button>
        </>
      }
    >
      {title ? `“${title(offered)}”, typed` : 'Typed'} on {when} and not saved on the server.
    </Callout>
  )
}
