'use client'
import { type RefObject, useEffect, useState } from 'react'
import { Callout } from '@/components/callout'
import { type Author, type Finding, findIdentity } from '../rules/identity'
import type { TypedContent } from '../schema'
import { FindingList } from './finding-list'

type Props = { form: RefObject<HTMLFormElement | null>; author: Author; content: TypedContent }

/** Says, before anything is handed in, where the text may tell reviewers whose it is. It never stops anybody. */
export function IdentityNotice({ form, author, content }: Props) {
  const [findings, setFindings] = useState(() => findingsIn(content, author))
  useEffect(() => {
    const shown = form.current
    if (!shown) return
    const look = () => setFindings(findingsOf(shown, author))
    look()
    shown.addEventListener('input', look)
    return () => shown.removeEventListener('input', look)
  }, [form, author])
  if (findings.length === 0) return null
  return (
    <Callout tone="caution" title="Reviewers read without names. This may tell them who you are:" role="status">
      <FindingList findings={findings} />
      <p className="small">You can hand it in as it is.</p>
    </Callout>
  )
}

/** As the server has it: what a form without a script shows. */
function findingsIn({ title, abstract, speakers, answers }: TypedContent, author: Author): Finding[] {
  const fields = Object.entries(answers).map(([field, text]) => ({ field, text: [text].flat().join(' ') }))
  return findIdentity([{ field: 'title', text: title }, { field: 'abstract', text: abstract }, ...fields], {
    ...author,
    names: [...author.names, ...speakers.map(({ name }) => name)],
    emails: [...author.emails, ...speakers.map(({ email }) => email)],
  })
}

/** As it is typed now. */
function findingsOf(form: HTMLFormElement, author: Author): Finding[] {
  const all = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []))
  const people = (what: string) =>
    all.filter(({ name }) => name.startsWith('speaker-') && name.endsWith(what)).map(({ value }) => value)
  const texts = all
    .filter(({ name }) => name === 'title' || name === 'abstract' || name.startsWith('answer'))
    .map(({ name, value }) => ({ field: name.startsWith('answer') ? 'answers' : name, text: value }))
  return findIdentity(texts, {
    ...author,
    names: [...author.names, ...people('-name')],
    emails: [...author.emails, ...people('-email')],
  })
}
