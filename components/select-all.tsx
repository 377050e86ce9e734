'use client'
import { useEffect, useRef } from 'react'

/** Ticks every box of that name in its table, and shows when only some are ticked. Hidden without a script. */
export function SelectAll({ name, label }: { name: string; label: string }) {
  const box = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const all = box.current
    const table = all?.closest('table')
    if (!all || !table) return
    const boxes = () => [...table.querySelectorAll<HTMLInputElement>(`tbody input[name="${CSS.escape(name)}"]`)]
    const show = () => {
      const ticked = boxes().filter((other) => other.checked).length
      all.checked = ticked > 0 && ticked === boxes().length
      all.indeterminate = ticked > 0 && !all.checked
    }
    const turn = () => {
      for (const other of boxes()) if (other.checked !== all.checked) other.click()
    }
    const change = (event: Event) => (event.target === all ? turn() : show())
    all.hidden = false
    show()
    table.addEventListener('change', change)
    return () => table.removeEventListener('change', change)
  }, [name])

  return <input ref={box} type="checkbox" aria-label={label} hidden suppressHydrationWarning />
}
