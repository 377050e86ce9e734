'use client'
import { type RefObject, type SubmitEvent, useCallback, useEffect, useRef, useState } from 'react'
import { forgetTyping, keepTyping, readForm } from './kept-typing'

const SERVER_DELAY = 1_500
const RETRY_DELAY = 10_000

type Failed = 'signed-out' | 'invalid' | 'locked'
type Status = 'idle' | 'saving' | 'saved' | 'kept' | 'offline' | Failed
/** How saving went: `current` is what somebody else saved first. */
type Outcome<Current> =
  | { status: 'saved'; version: number }
  | { status: 'overtaken'; current: Current }
  | { status: Failed }
type Save<Current> = (form: FormData) => Promise<Outcome<Current>>

/**
 * Saves a form as it is typed: in this browser at once, on the server where `save` is given. Answers with what to tell
 * the writer and which version the server has; one save at a time.
 */
export function useSaving<Current, State extends { current: Current | null }>(
  form: RefObject<HTMLFormElement | null>,
  place: string,
  key: string,
  { save, state }: { save: Save<Current> | null; state: State },
) {
  const [status, setStatus] = useState<Status>('idle')
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [version, setVersion] = useState(0)
  // Somebody else's text, until its writer has chosen: whatever the form's last answer said, or a save since.
  const [conflict, setConflict] = useState<{ state: State; current: Current } | null>(null)
  const current = conflict?.state === state ? conflict.current : state.current
  const timers = useRef<{ server?: number }>({})
  const underway = useRef<Promise<void> | null>(null)
  const isDirty = useRef(false)

  const keepHere = useCallback(() => {
    if (!form.current) return
    const typed = new FormData(form.current)
    const kept = { fields: readForm(form.current), key, version: Number(typed.get('version')) || 0, at: Date.now() }
    if (keepTyping(place, kept) && !save) setStatus('kept')
  }, [form, key, place, save])

  const saveThere = useCallback(async () => {
    if (!save || !form.current || !isDirty.current || current) return
    if (underway.current) await underway.current
    isDirty.current = false
    setStatus('saving')
    const attempt = async () => {
      try {
        const outcome = await save(new FormData(form.current ?? undefined))
        setStatus(outcome.status === 'overtaken' ? 'idle' : outcome.status)
        if (outcome.status === 'overtaken') setConflict({ state, current: outcome.current })
        if (outcome.status !== 'saved') return
        setVersion(outcome.version)
        setSavedAt(new Date())
        if (!isDirty.current) forgetTyping(place)
      } catch {
        isDirty.current = true
        setStatus('offline')
        timers.current.server = window.setTimeout(saveThere, RETRY_DELAY)
      }
    }
    underway.current = attempt()
    await underway.current
    underway.current = null
  }, [form, place, save, state, current])

  const saveSoon = useCallback(() => {
    isDirty.current = true
    window.clearTimeout(timers.current.server)
    timers.current.server = window.setTimeout(saveThere, SERVER_DELAY)
  }, [saveThere])

  const onInput = useCallback(() => {
    // Here at once: a tab that dies says nothing before.
    keepHere()
    saveSoon()
  }, [keepHere, saveSoon])

  /** When the form is sent nothing may be on its way that would make its version an old one: it waits for that. */
  const beforeSending = useCallback(
    async (event: SubmitEvent<HTMLFormElement>) => {
      window.clearTimeout(timers.current.server)
      keepHere()
      isDirty.current = false
      if (!underway.current) return
      event.preventDefault()
      await underway.current
      form.current?.requestSubmit(event.nativeEvent.submitter)
    },
    [form, keepHere],
  )

  useEffect(() => {
    // Typed before this script had come.
    if (form.current && isTyped(form.current)) onInput()
  }, [form, onInput])

  useEffect(() => {
    const { current: running } = timers
    const keepNow = () => isDirty.current && keepHere()
    window.addEventListener('pagehide', keepNow)
    window.addEventListener('online', saveThere)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      window.removeEventListener('online', saveThere)
      window.clearTimeout(running.server)
    }
  }, [keepHere, saveThere])

  return { status, savedAt, version, current, onInput, saveSoon, beforeSending }
}

function isTyped(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'hidden')) &&
      field.value !== field.defaultValue,
  )
}
