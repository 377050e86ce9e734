import { addMinutes } from 'date-fns'
import { numberOf } from '@/lib/uuid'
import { toPretalx } from '../rules/foreign-states'
import {
  type ForeignAnswers,
  NOTES_QUESTION,
  type PortableEvent,
  type PortableQuestion,
  type PortableSlot,
} from '../schema/portable'

const VARIANTS: Record<PortableQuestion['kind'], string> = {
  text: 'string',
  prose: 'text',
  number: 'number',
  choice: 'choices',
  choices: 'multiple_choice',
  date: 'date',
  url: 'url',
  file: 'file',
  consent: 'boolean',
}

/** A question for what pretalx has no field for. */
const levelQuestion = (options: string[]): PortableQuestion => ({
  ...{ id: String(numberOf('question level')), about: 'proposal', kind: 'choice', label: 'Level', help: '' },
  ...{ audience: 'public', isRequired: false, options },
})

/**
 * Proposals as pretalx's API has them, its lists under their names: submissions (with their answers in place),
 * speakers, questions, submission types, tracks, tags and rooms; breaks are slots of nothing that was submitted.
 */
export function pretalxEvent(event: PortableEvent) {
  const notes = event.questions.find(isNotes)
  const asked = event.questions.filter((question) => question !== notes)
  const level = event.levels.length > 0 ? levelQuestion(event.levels) : null
  const questions = level ? [...asked, level] : asked
  const minutes = new Map(event.formats.map((format) => [format.name, format.minutes]))
  const slotsOf = new Map<string | null, PortableSlot[]>()
  for (const slot of event.slots) slotsOf.set(slot.proposal, [...(slotsOf.get(slot.proposal) ?? []), slot])
  const answers = (given: ForeignAnswers, owner: { submission: string | null; person: string | null }) =>
    questions.flatMap((question) => {
      const values = given[question.id]
      return values ? [{ ...answerTo(question, values), ...owner, review: null }] : []
    })
  return {
    submissions: event.proposals.map(({ id: code, standing, ...proposal }) => ({
      code,
      title: proposal.title,
      speakers: proposal.speakers ?? [],
      submission_type: proposal.format === null ? null : numberOf(`type ${proposal.format}`),
      track: proposal.track === null ? null : numberOf(`track ${proposal.track}`),
      tags: proposal.tags.map((tag) => numberOf(`tag ${tag}`)),
      ...toPretalx(standing),
      abstract: proposal.abstract,
      description: '',
      notes: (notes && proposal.answers[notes.id]?.join('\n')) ?? '',
      duration: proposal.format === null ? null : (minutes.get(proposal.format) ?? null),
      slot_count: 1,
      content_locale: proposal.language,
      do_not_record: false,
      image: null,
      resources: [],
      slots: (slotsOf.get(code) ?? []).map(slotShape),
      created: proposal.submittedAt?.toISOString() ?? null,
      answers: answers(
        { ...proposal.answers, ...(level && proposal.level ? { [level.id]: [proposal.level] } : {}) },
        { submission: code, person: null },
      ),
    })),
    speakers: event.speakers.map(({ id: code, name, email, bio, picture, answers: given }) => ({
      code,
      name,
      ...(email ? { email } : {}),
      biography: bio,
      avatar_url: picture,
      submissions: event.proposals.flatMap(({ id, speakers }) => (speakers?.includes(code) ? id : [])),
      answers: answers(given, { submission: null, person: code }),
    })),
    questions: questions.map((question, position) => ({
      id: Number(question.id),
      question: { en: question.label },
      help_text: { en: question.help },
      variant: VARIANTS[question.kind],
      target: question.about === 'speaker' ? 'speaker' : 'submission',
      question_required: question.isRequired ? 'required' : 'optional',
      position,
      is_public: question.audience === 'public',
      is_visible_to_reviewers: question.audience !== 'chairs',
      options: question.options.map((label, place) => ({
        id: optionId(question, label),
        answer: { en: label },
        position: place,
      })),
    })),
    'submission-types': event.formats.map(({ name, minutes: default_duration }) => ({
      ...{ id: numberOf(`type ${name}`), name: { en: name }, default_duration },
    })),
    tracks: event.tracks.map(({ name, color }) => ({ id: numberOf(`track ${name}`), name: { en: name }, color })),
    tags: event.tags.map((tag) => ({ id: numberOf(`tag ${tag}`), tag })),
    rooms: event.rooms.map((name, position) => ({ id: roomId(name), name: { en: name }, capacity: null, position })),
    slots: (slotsOf.get(null) ?? []).map(slotShape),
  }
}

const roomId = (name: string) => numberOf(`room ${name}`)

function slotShape({ id, proposal, title, room, startsAt, minutes }: PortableSlot) {
  return {
    id: Number(id),
    room: roomId(room),
    start: startsAt.toISOString(),
    end: addMinutes(startsAt, minutes).toISOString(),
    submission: proposal,
    description: title === null ? null : { en: title },
    duration: minutes,
  }
}

export const isNotes = ({ label, about }: PortableQuestion) => about === 'proposal' && label === NOTES_QUESTION.label

const optionId = ({ id }: PortableQuestion, label: string) => numberOf(`option ${id} ${label}`)

function answerTo(question: PortableQuestion, values: string[]) {
  const isChoice = question.kind === 'choice' || question.kind === 'choices'
  const answer = question.kind === 'consent' ? 'True' : values.join(', ')
  return {
    id: numberOf(`answer ${question.id} ${values.join()}`),
    question: Number(question.id),
    answer,
    answer_file: question.kind === 'file' ? (values[0] ?? null) : null,
    options: isChoice ? values.map((label) => optionId(question, label)) : [],
  }
}
