'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { isFrozenAt, isRequiredAt } from '../rules/answers'
import { questionsFor } from '../rules/conditions'
import { conditionWords, PREFIXES, readForm } from '../rules/form'
import type { Answers, FieldError, FormFacts, Question } from '../schema/question'
import { type FileFacts, QuestionField } from './question-field'
import styles from './question-fields.module.css'

interface Props {
  questions: Question[]
  about: Question['about']
  answers: Answers
  /** What the rest of the form says, as it was rendered. */
  facts: FormFacts
  errors: FieldError[]
  /** What the paths of errors begin with. */
  path: 'answers' | 'aboutMe'
  files?: FileFacts[]
  withoutFiles?: boolean
  /** The moment for which required and frozen are shown. */
  now: Date
}

/**
 * The questions of a form, inside of it. Which are asked follows what is typed around them; a question that is not
 * asked keeps what was typed into it, and the server looks away.
 */
export function QuestionFields({ questions, about, answers, facts, errors, path, now, ...props }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const relevant = questions.filter(
    ({ about: of, call, isForAccepted }) =>
      of === about && (call === null || call === facts.call) && (!isForAccepted || facts.isAccepted === true),
  )
  const asked = useAsked(box, relevant, about, { answers, facts })
  if (relevant.length === 0) return null
  return (
    <div ref={box} className="stack">
      {relevant.map((question) => {
        const { key, conditions } = question
        const name = PREFIXES[about] + key
        const file = props.files?.find(({ id }) => id === answers[key])
        return (
          <div key={key} className={styles.question} hidden={!asked.has(key)}>
            {conditions.length > 0 && (
              <p className={`small muted ${styles.when}`}>
                Asked where {conditions.map((condition) => conditionWords(condition, questions)).join(' and ')}.
              </p>
            )}
            <QuestionField
              question={question}
              name={name}
              value={answers[key]}
              error={errors.find((error) => error.path === `${path}.${key}`)?.message}
              isRequired={isRequiredAt(question, now)}
              isFrozen={isFrozenAt(question, now)}
              file={file}
              withoutFiles={props.withoutFiles ?? false}
            />
          </div>
        )
      })}
    </div>
  )
}

/** The keys of what is asked now: at first as the server saw it, then as the form around says. */
function useAsked(
  box: RefObject<HTMLDivElement | null>,
  questions: Question[],
  about: Question['about'],
  first: { answers: Answers; facts: FormFacts },
): Set<string> {
  const keysOf = ({ answers, facts }: typeof first) =>
    questionsFor(questions, about, answers, { ...facts, isAccepted: first.facts.isAccepted ?? false })
      .map(({ key }) => key)
      .join(' ')
  const [typed, setTyped] = useState<string | null>(null)

  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const update = () => setTyped(keysOf(readForm(new FormData(form), about, first.facts.call)))
    update()
    form.addEventListener('input', update)
    return () => form.removeEventListener('input', update)
  })

  return new Set((typed ?? keysOf(first)).split(' '))
}
