import { addDays } from 'date-fns'
import { beforeEach, expect, test } from 'vitest'
import type { AuthorizedEvent, Person } from '@/features/access/schema'
import { removeCall, saveCall } from '@/features/calls/commands/call'
import { addCode, endCode } from '@/features/calls/commands/codes'
import { copyFrom } from '@/features/calls/commands/copy'
import { moveQuestion, removeQuestion, saveQuestion } from '@/features/calls/commands/questions'
import { listQuestions } from '@/features/calls/queries/questions'
import { CallForm, momentsOf } from '@/features/calls/schema/call-form'
import type { Question } from '@/features/calls/schema/question'
import { saveChoices } from '@/features/events/commands/choices'
import { createEvent, saveEvent } from '@/features/events/commands/event'
import { ChoiceRow, EventForm, NewEventForm } from '@/features/events/schema/forms'
import { submitProposal } from '@/features/proposals/commands/submit'
import { db } from '@/lib/db'
import { aQuestion } from '../../calls'
import { anOpenCall, aPerson } from '../../factories'
import { aDraft, entered } from '../../proposals'

const now = new Date()
let [event, chair]: [AuthorizedEvent, Person] = [{} as AuthorizedEvent, {} as Person]
beforeEach(async () => {
  event = await entered((await anOpenCall()).event)
  chair = await aPerson({ roles: ['chair'], eventId: event.id })
})

const plain: Question = {
  key: '',
  call: null,
  about: 'proposal',
  kind: 'text',
  label: 'Why',
  help: '',
  audience: 'reviewers',
  isRequired: false,
  isForAccepted: false,
  requiredFrom: null,
  frozenFrom: null,
  limit: null,
  limitUnit: 'words',
  min: null,
  max: null,
  options: [],
  conditions: [],
}
const options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const version = async () => (await db.event.findUniqueOrThrow({ where: { id: event.id } })).formVersion
const add = async (says: Partial<Question>, key: string | null = null) =>
  saveQuestion(chair, event, { key, version: await version(), question: { ...plain, ...says } })
const submit = (answers: Record<string, string>) =>
  submitProposal(chair, event, { version: 0, draft: { ...aDraft, answers } }, now)

test('two chairs with the same form in sight cannot both change it', async () => {
  const seen = await version()
  const outcomes = await Promise.all(
    ['One', 'Two'].map((label) =>
      saveQuestion(chair, event, { key: null, version: seen, question: { ...plain, label } }),
    ),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'overtaken' })
  expect(await db.question.count()).toBe(1)
})

test('a new question gets a key of its own that is no fact of a proposal', async () => {
  await add({ label: 'Why' })
  await add({ label: 'Why?' })
  await add({ label: 'Format' })
  await add({ label: '为什么' })
  expect((await listQuestions(event.id)).map(({ key }) => key)).toEqual(['why', 'why-2', 'format-2', 'question'])
})

test('conditions cannot go in a circle', async () => {
  await add({ label: 'First', kind: 'choice', options })
  await add({ label: 'Second', kind: 'choice', options, conditions: [{ on: 'first', is: ['yes'] }] })
  const circle = await add({ label: 'First', kind: 'choice', options, conditions: [{ on: 'second', is: [] }] }, 'first')
  expect(circle).toMatchObject({ ok: false, reason: 'conditions', problem: { reason: 'circle' } })
})

test('what was answered is not taken away, nor made another kind, nor loses the choice that was made', async () => {
  await add({ label: 'Kind', kind: 'choice', options })
  await add({ label: 'More', conditions: [{ on: 'kind', is: ['yes'] }] })
  expect(await removeQuestion(chair, event, { key: 'kind', version: await version() })).toMatchObject({
    reason: 'others-hang-on-it',
  })
  expect(await submit({ kind: 'yes', more: 'This' })).toMatchObject({ ok: true })
  expect(await removeQuestion(chair, event, { key: 'more', version: await version() })).toMatchObject({
    reason: 'answered',
  })
  expect(await add({ label: 'More', kind: 'prose' }, 'more')).toMatchObject({ reason: 'answered' })
  const [yes] = options
  const others = [
    { value: 'no', label: 'No' },
    { value: 'perhaps', label: 'Perhaps' },
  ]
  await add({ label: 'More' }, 'more')
  expect(await add({ label: 'Kind', kind: 'choice', options: others }, 'kind')).toMatchObject({
    reason: 'option-chosen',
  })
  expect(
    await add({ label: 'Which', kind: 'choice', options: yes ? [yes, ...others.slice(1)] : [] }, 'kind'),
  ).toMatchObject({ ok: true })
})

test('questions change places, and stay at the ends', async () => {
  for (const label of ['A', 'B', 'C']) await add({ label })
  const move = async (key: string, by: -1 | 1) => moveQuestion(chair, event, { key, by, version: await version() })
  await move('c', -1)
  await move('a', -1)
  expect((await listQuestions(event.id)).map(({ key }) => key)).toEqual(['a', 'c', 'b'])
})

test('a form is copied from an event whose settings one may see: what is not here, with its dates moved', async () => {
  const earlier = await anOpenCall()
  const frozenFrom = addDays(now, 1)
  await aQuestion(earlier.event, { key: 'shirt', frozenFrom })
  await aQuestion(earlier.event, { key: 'why', label: 'Their why' })
  await aQuestion(earlier.event, { key: 'more', conditions: [{ on: 'format', is: ['keynote'] }] })
  await db.event.update({
    where: { id: event.id },
    data: { startsOn: addDays(earlier.event.startsOn ?? now, 365), endsOn: null },
  })
  await add({ label: 'Why' })
  expect(await copyFrom(chair, event, earlier.event.slug)).toEqual({ ok: false, reason: 'not-found' })
  const admin = await aPerson({ roles: ['admin'] })
  expect(await copyFrom(admin, event, earlier.event.slug)).toEqual({ ok: true, questions: 2 })
  const questions = await listQuestions(event.id)
  expect(questions.map(({ key, label }) => [key, label])).toEqual([
    ['why', 'Why'],
    ['shirt', 'shirt'],
    ['more', 'more'],
  ])
  expect(questions[1]?.frozenFrom).toEqual(addDays(frozenFrom, 365))
  expect(questions[2]?.conditions).toEqual([])
})

const aCallForm = (says: Partial<Parameters<typeof CallForm.parse>[0] & object> = {}) =>
  CallForm.parse({
    ...{ kind: 'posters', name: '', timeZone: '', opensAt: '', closesAt: '2027-03-28T23:59', graceMinutes: '15' },
    ...{ limitPerPerson: '', byInvitation: '', languages: [], guidance: 'Pictures', formats: [], deadlines: {} },
    ...says,
  })
const write = (form: CallForm, kind: string | null = null, version = 0) => {
  const times = momentsOf(form, form.timeZone ?? event.timeZone)
  if (!times.ok) throw new Error(JSON.stringify(times.errors))
  return saveCall(chair, event, { kind, version, form, moments: times.moments })
}

test('a call is written in its own zone, once for each kind, and goes only while nobody has proposed', async () => {
  const talk = await write(
    aCallForm({ timeZone: 'Etc/GMT+12', formats: ['talk'], deadlines: { talk: '2027-04-01T12:00' } }),
  )
  expect(talk).toEqual({ ok: true, kind: 'posters' })
  const row = await db.call.findFirstOrThrow({ where: { kind: 'posters' }, include: { formats: true } })
  expect(row.closesAt?.toISOString()).toBe('2027-03-29T11:59:00.000Z')
  expect(row.formats[0]?.closesAt?.toISOString()).toBe('2027-04-02T00:00:00.000Z')
  expect(await write(aCallForm())).toMatchObject({ reason: 'kind-taken' })
  expect(await write(aCallForm({ formats: ['keynote'] }), 'posters', 1)).toMatchObject({ reason: 'no-such-format' })
  expect(await write(aCallForm(), 'posters', 7)).toMatchObject({ reason: 'overtaken' })
  expect(await write(aCallForm({ kind: '', name: 'Unkonferenz' }))).toEqual({ ok: true, kind: 'unkonferenz' })
  expect(await removeCall(chair, event, 'posters')).toMatchObject({ ok: true })
  await submit({})
  expect(await removeCall(chair, event, 'talks')).toMatchObject({ reason: 'has-proposals' })
})

test('an hour that clocks skip is no moment of a call', () => {
  const skipped = momentsOf(aCallForm({ closesAt: '2027-03-28T02:30' }), 'Europe/Berlin')
  expect(skipped).toEqual({ ok: false, errors: { closesAt: expect.stringContaining('skip') } })
  const never = momentsOf(aCallForm({ opensAt: '2027-04-31T10:00' }), 'Europe/Berlin')
  expect(never).toMatchObject({ ok: false, errors: { opensAt: expect.any(String) } })
})

test('a code of another event is neither ended nor known', async () => {
  const made = await addCode(chair, event, { kind: 'talks', note: 'Late', mostUses: 1, expiresAt: null })
  expect(made).toMatchObject({ ok: true, code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{10}$/) })
  const { id } = await db.accessCode.findFirstOrThrow()
  const other = await entered((await anOpenCall()).event)
  expect(await endCode(chair, other, { kind: 'talks', id }, now)).toEqual({ ok: false })
  expect(await endCode(chair, event, { kind: 'posters', id }, now)).toEqual({ ok: false })
  expect(await endCode(chair, event, { kind: 'talks', id }, now)).toEqual({ ok: true })
  expect(await addCode(chair, other, { kind: 'posters', note: '', mostUses: null, expiresAt: null })).toMatchObject({
    ok: false,
  })
})

const rowsOf = (...rows: object[]) =>
  rows.map((row) =>
    ChoiceRow.parse({ slug: '', name: '', minutes: '', color: '', capacity: '', isGone: false, ...row }),
  )
const eventVersion = async () => (await db.event.findUniqueOrThrow({ where: { id: event.id } })).version

test('lists keep what is used, take what is new, and follow the order of the form', async () => {
  await submit({})
  const save = async (...rows: object[]) =>
    saveChoices(chair, event, { kind: 'format', version: await eventVersion(), rows: rowsOf(...rows) })
  expect(await save({ slug: 'talk', name: 'Talk', isGone: true })).toMatchObject({ reason: 'in-use', row: 0, count: 1 })
  expect(await save({ name: 'Workshop', minutes: '90' }, { slug: 'talk', name: 'Long talk', minutes: '40' })).toEqual({
    ok: true,
  })
  const formats = await db.format.findMany({ where: { eventId: event.id }, orderBy: { position: 'asc' } })
  expect(formats.map(({ slug, name, minutes }) => [slug, name, minutes])).toEqual([
    ['workshop', 'Workshop', 90],
    ['talk', 'Long talk', 40],
  ])
  await aQuestion(event, { key: 'room', conditions: [{ on: 'format', is: ['workshop'] }] })
  expect(await save({ slug: 'workshop', name: 'Workshop', isGone: true })).toMatchObject({ reason: 'in-use' })
  expect(await saveChoices(chair, event, { kind: 'tag', version: 1, rows: [] })).toMatchObject({ reason: 'overtaken' })
  const foreign = {
    kind: 'track' as const,
    version: await eventVersion(),
    rows: rowsOf({ slug: 'theirs', name: 'Mine now' }),
  }
  expect(await saveChoices(chair, event, foreign)).toMatchObject({ reason: 'not-found' })
})

const facts = {
  ...{
    name: 'Day zero',
    summary: '',
    parent: '',
    startsOn: '2027-10-29',
    endsOn: '',
    timeZone: 'Europe/Berlin',
    place: '',
  },
  ...{ website: '', registrationUrl: '', languages: 'en, de', limitPerPerson: '', sessionsPerPerson: '2' },
}

test('an event is made inside another, and no part of a part', async () => {
  const admin = await aPerson({ roles: ['admin'] })
  const day = NewEventForm.parse({ ...facts, parent: event.slug, slug: 'day-zero', acronym: 'dayzero' })
  expect(await createEvent(admin, day)).toEqual({ ok: true, slug: 'day-zero' })
  expect(await createEvent(admin, day)).toMatchObject({ reason: 'slug-taken' })
  expect(await createEvent(admin, { ...day, slug: 'another' })).toMatchObject({ reason: 'acronym-taken' })
  const part = { ...day, slug: 'a-part', acronym: 'apart', parent: 'day-zero' }
  expect(await createEvent(admin, part)).toMatchObject({ reason: 'parent-is-part' })
  expect(await saveEvent(chair, event, 1, EventForm.parse({ ...facts, parent: event.slug }))).toMatchObject({
    reason: 'no-such-parent',
  })
  expect(await saveEvent(chair, event, 1, EventForm.parse({ ...facts, name: 'Renamed' }))).toMatchObject({ ok: true })
  expect(await saveEvent(chair, event, 1, EventForm.parse(facts))).toMatchObject({ reason: 'overtaken' })
})
