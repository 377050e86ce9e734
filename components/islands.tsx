'use client'
import { useEffect } from 'react'

/**
 * Loads custom elements on a page that React holds. They change what is inside of them, which before React has taken the
 * page over would look to it as if the server had sent something else.
 */
export function Islands({ sources }: { sources: string[] }) {
  useEffect(() => {
    for (const source of sources) {
      if (document.querySelector(`script[src="${source}"]`)) continue
      const script = document.createElement('script')
      script.type = 'module'
      script.src = source
      document.head.append(script)
    }
  }, [sources])
  return null
}
