import { AnswerList } from '@/features/calls/components/answer-list'
import type { AnswerLine } from '@/features/calls/rules/visible'
import { PlainText } from './plain-text'
import { languageName } from './proposal-fields'

interface Props {
  proposal: {
    title: string
    abstract: string
    language: string
    format: { name: string; minutes?: number } | null
    track: { name: string } | null
    level: { name: string } | null
    answers?: AnswerLine[]
  }
}

/** A proposal without its people: what a reviewer reads. */
export function ProposalText({ proposal: { abstract, language, format, track, level, answers = [] } }: Props) {
  const facts = [
    format && (format.minutes ? `${format.name}, ${format.minutes} minutes` : format.name),
    track?.name,
    level?.name,
    languageName(language),
  ]
  return (
    <article className="stack">
      <p className="muted small">{facts.filter(Boolean).join(' · ')}</p>
      <PlainText>{abstract || 'There is no abstract yet.'}</PlainText>
      <AnswerList answers={answers} />
    </article>
  )
}
