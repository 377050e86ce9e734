import type { CallSettings } from '../queries/settings'
import { conditionChoices, optionLines, wallOf } from '../schema/forms'
import type { Question } from '../schema/question'

const word = (value: string | number | null) => [value === null ? '' : String(value)]

/** A question as its form shows it; a new one is a line about the proposal, for the committee. */
export function questionValues(question: Question | null, timeZone: string): Record<string, string[]> {
  if (!question) return { about: ['proposal'], kind: ['text'], audience: ['reviewers'], limitUnit: ['words'] }
  return {
    label: [question.label],
    help: [question.help],
    about: [question.about],
    kind: [question.kind],
    call: word(question.call),
    audience: [question.audience],
    isRequired: [String(question.isRequired)],
    isForAccepted: [String(question.isForAccepted)],
    requiredFrom: [wallOf(question.requiredFrom, timeZone)],
    frozenFrom: [wallOf(question.frozenFrom, timeZone)],
    limit: word(question.limit),
    limitUnit: [question.limitUnit],
    min: word(question.min),
    max: word(question.max),
    options: [optionLines(question.options)],
    conditions: conditionChoices(question.conditions),
  }
}

/** A call as its form shows it, on its own clock. */
export function callValues(call: CallSettings | null, eventZone: string): Record<string, string[]> {
  if (!call) return { graceMinutes: ['0'] }
  const zone = call.timeZone ?? eventZone
  const deadlines = call.formats.map(({ closesAt, format }) => [`deadline-${format.slug}`, [wallOf(closesAt, zone)]])
  return {
    name: [call.name],
    timeZone: word(call.timeZone),
    opensAt: [wallOf(call.opensAt, zone)],
    closesAt: [wallOf(call.closesAt, zone)],
    graceMinutes: word(call.graceMinutes),
    limitPerPerson: word(call.limitPerPerson),
    byInvitation: [String(call.byInvitation)],
    languages: call.languages,
    guidance: [call.guidance],
    formats: call.formats.map(({ format }) => format.slug),
    tracks: call.tracks.map(({ track }) => track.slug),
    ...Object.fromEntries(deadlines),
  }
}
