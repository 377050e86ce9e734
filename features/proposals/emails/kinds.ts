import type { Decision } from '../schema'

export const MAIL_KINDS = [
  'received',
  'withdrawn',
  'decision',
  'correction',
  'promotion',
  'confirmed',
  'declined',
  'cancelled',
  'reminder',
  'lapsed',
] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** A decision has a template for each of its words. */
export type TemplateKind = Exclude<MailKind, 'decision'> | Decision
export const TEMPLATE_KINDS = [
  'received',
  'withdrawn',
  'accepted',
  'waitlisted',
  'rejected',
  'correction',
  'promotion',
  'confirmed',
  'declined',
  'cancelled',
  'reminder',
  'lapsed',
] as const satisfies TemplateKind[]

/** What a template may name; the last three are there for sections alone. */
export const PLACEHOLDERS = {
  name: 'the reader’s name',
  title: 'the proposal’s title',
  code: 'its code',
  event: 'the event’s name',
  link: 'the address of the reader’s page of it',
  answerBy: 'the day until which an accepted speaker is asked to answer',
  reason: 'what the committee says to the decision',
  track: 'its track',
  format: 'its format',
  starts: 'when it is given, once the schedule is released',
  place: 'the room, once the schedule is released',
  accepted: 'a section for what is accepted',
  waitlisted: 'a section for what is on the waiting list',
  rejected: 'a section for what is not accepted',
} as const
export type Placeholder = keyof typeof PLACEHOLDERS

/** What chairs read of each. */
export const TEMPLATE_NAMES: Record<TemplateKind, string> = {
  received: 'Received',
  withdrawn: 'Withdrawn',
  accepted: 'Accepted',
  waitlisted: 'Waiting list',
  rejected: 'Not accepted',
  correction: 'Correction',
  promotion: 'Place became free',
  confirmed: 'Confirmed',
  declined: 'Declined',
  cancelled: 'Cancelled',
  reminder: 'Reminder',
  lapsed: 'Silent',
}
