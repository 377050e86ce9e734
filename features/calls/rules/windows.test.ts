import { describe, expect, test } from 'vitest'
import { type CallTerms, type CodeTerms, closingFor, lastClosing, refuseByCall, shutBy, takesFormat } from './windows'

const at = (text: string) => new Date(text)
const call = {
  opensAt: at('2027-03-01T09:00:00Z'),
  closesAt: at('2027-03-28T22:00:00Z'),
  graceMinutes: 15,
  byInvitation: false,
  formats: [
    { slug: 'talk', closesAt: null },
    { slug: 'workshop', closesAt: at('2027-03-14T22:00:00Z') },
    { slug: 'lightning', closesAt: at('2027-04-30T22:00:00Z') },
  ],
} satisfies CallTerms
const code: CodeTerms = { expiresAt: at('2027-05-01T00:00:00Z'), mostUses: 2, uses: 1, isUsedHere: false }

describe('a call', () => {
  test.each([
    ['talk', '2027-03-01T08:59:59.999Z', 'not-open-yet'],
    ['talk', '2027-03-01T09:00:00Z', null],
    ['talk', '2027-03-28T22:14:59.999Z', null],
    ['talk', '2027-03-28T22:15:00Z', 'closed'],
    ['workshop', '2027-03-14T22:14:59.999Z', null],
    ['workshop', '2027-03-14T22:15:00Z', 'closed'],
    ['lightning', '2027-04-30T22:14:59.999Z', null],
    ['lightning', '2027-04-30T22:15:00Z', 'closed'],
    [null, '2027-04-30T22:14:59.999Z', null],
    [null, '2027-04-30T22:15:00Z', 'closed'],
  ])('for a %s at %s: %s', (format, now, refusal) => {
    expect(refuseByCall(call, { format, code: null, now: at(now) })).toBe(refusal)
  })

  test('without an end closes for the formats that have one', () => {
    const rolling = { ...call, closesAt: null }
    expect(closingFor(rolling, 'talk')).toBeNull()
    expect(closingFor(rolling, 'workshop')).toEqual(at('2027-03-14T22:00:00Z'))
    expect(lastClosing(rolling)).toBeNull()
    expect(lastClosing({ ...rolling, formats: rolling.formats.slice(1) })).toEqual(at('2027-04-30T22:00:00Z'))
  })

  test('is over when its last format is', () => {
    expect(lastClosing(call)).toEqual(at('2027-04-30T22:00:00Z'))
    expect(lastClosing({ ...call, formats: [] })).toEqual(call.closesAt)
    expect(lastClosing({ ...call, formats: call.formats.slice(1, 2) })).toEqual(at('2027-03-14T22:00:00Z'))
  })

  test('takes the formats that it names, and all where it names none', () => {
    expect([takesFormat(call, 'talk'), takesFormat(call, 'poster'), takesFormat(call, null)]).toEqual([
      true,
      false,
      true,
    ])
    expect(takesFormat({ formats: [] }, 'poster')).toBe(true)
  })
})

describe('an access code', () => {
  const late = at('2027-04-01T00:00:00Z')
  test.each<[string, Partial<CodeTerms>, Date, string | null]>([
    ['lets in after the end', {}, late, null],
    ['lets in before the beginning', {}, at('2027-02-01T00:00:00Z'), null],
    ['holds to the millisecond before it expires', {}, at('2027-04-30T23:59:59.999Z'), null],
    ['has expired in its moment', {}, at('2027-05-01T00:00:00Z'), 'code-expired'],
    ['is used up', { uses: 2 }, late, 'code-used-up'],
    ['counts a proposal once', { uses: 2, isUsedHere: true }, late, null],
    ['without a number lets in as many as come', { uses: 900, mostUses: null }, late, null],
    ['without an end stays', { expiresAt: null }, at('2040-01-01T00:00:00Z'), null],
  ])('%s', (_, says, now, refusal) => {
    expect(refuseByCall(call, { format: 'talk', code: { ...code, ...says }, now })).toBe(refusal)
  })

  test('is wanted by a call by invitation, and not looked at where the call is open to all', () => {
    const now = at('2027-03-02T00:00:00Z')
    const invited = { ...call, byInvitation: true }
    expect(refuseByCall(invited, { format: 'talk', code: null, now })).toBe('code-needed')
    expect(refuseByCall(invited, { format: 'talk', code, now })).toBeNull()
    expect(refuseByCall(call, { format: 'talk', code: { ...code, uses: 2 }, now })).toBeNull()
  })
})

test.each([
  ['not-open-yet', true],
  ['closed', true],
  ['code-needed', false],
  ['code-expired', false],
  ['code-used-up', false],
  [null, false],
] as const)('%s: nothing can be handed in, whatever is typed: %s', (refusal, isShut) => {
  expect(shutBy(refusal)).toBe(isShut ? refusal : null)
})
