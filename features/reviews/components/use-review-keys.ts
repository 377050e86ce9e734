'use client'
import { type RefObject, useEffect } from 'react'

/** Keys of the review page, wherever the focus is, but not while somebody writes. */
export function useReviewKeys(
  form: RefObject<HTMLFormElement | null>,
  { previous, next }: { previous: string | null; next: string | null },
) {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { key, target, ctrlKey, metaKey, altKey } = event
      if (!form.current || altKey) return
      if (key === 'Enter' && (ctrlKey || metaKey)) return handIn(form.current)
      if (ctrlKey || metaKey) return
      if (isWriting(target)) {
        if (key === 'Escape' && target instanceof HTMLElement) target.blur()
        return
      }
      const act = actionOf(key, form.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    function actionOf(key: string, form: HTMLFormElement): (() => void) | null {
      if (/^[0-9]$/.test(key)) return () => score(form, key)
      if (key === 'n') return () => form.querySelector<HTMLTextAreaElement>('[name=forCommittee]')?.focus()
      if (key === 'a') return () => form.querySelector<HTMLInputElement>('[name=abstain]')?.click()
      if (key === 's') return () => handIn(form)
      if (key === 'j' && next) return () => location.assign(next)
      if (key === 'k' && previous) return () => location.assign(previous)
      return null
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [form, next, previous])
}

/** Gives the score to the criterion that has the focus, else to the first without one; then goes to the next. */
function score(form: HTMLFormElement, value: string) {
  const scales = [...form.querySelectorAll<HTMLElement>('[data-criterion]')]
  const focused = scales.find((scale) => scale.contains(document.activeElement))
  const scale = focused ?? scales.find((scale) => !scale.querySelector(':checked')) ?? scales[0]
  const valued = (step: string) => scale?.querySelector<HTMLInputElement>(`input[value="${step}"]`)
  // Ten has no key of its own: it is 0 where there is no nought.
  const radio = valued(value) ?? (value === '0' ? valued('10') : null)
  if (!scale || !radio) return
  radio.checked = true
  radio.dispatchEvent(new Event('input', { bubbles: true }))
  const following = scales[scales.indexOf(scale) + 1]?.querySelector<HTMLInputElement>('input:checked, input')
  ;(following ?? radio).focus()
}

function handIn(form: HTMLFormElement) {
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[name=intent][value=submit]'))
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
