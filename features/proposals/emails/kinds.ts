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

/** What asks somebody to take part, with a link that is theirs alone: to speak too, to take a talk over, to a role. */
export const INVITATION_KINDS = ['co-speaker', 'handover', 'role'] as const
export type InvitationKind = (typeof INVITATION_KINDS)[number]

/** A decision has a template for each of its words. */
export type TemplateKind = Exclude<MailKind, 'decision'> | Decision | InvitationKind
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
  ...INVITATION_KINDS,
] as const satisfies TemplateKind[]

/** What a template may name; three are there for sections alone. */
export const PLACEHOLDERS = {
  name: 'the reader’s name',
  title: 'the proposal’s title',
  code: 'its code',
  event: 'the event’s name',
  link: 'the address of the reader’s page of it; of an invitation, what answers it',
  answerBy: 'the day until which an accepted speaker is asked to answer',
  reason: 'what the committee says to the decision',
  track: 'its track',
  format: 'its format',
  starts: 'when it is given, once the schedule is released',
  place: 'the room, once the schedule is released',
  accepted: 'a section for what is accepted',
  waitlisted: 'a section for what is on the waiting list',
  rejected: 'a section for what is not accepted',
  by: 'who invites',
  role: 'the role that is given',
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
  'co-speaker': 'Co-speaker invited',
  handover: 'Talk to take over',
  role: 'Role given',
}

const OF_INVITATIONS: Record<InvitationKind, Placeholder[]> = {
  'co-speaker': ['name', 'title', 'code', 'event', 'link', 'by'],
  handover: ['name', 'title', 'code', 'event', 'link', 'by'],
  role: ['name', 'event', 'link', 'role'],
}

const OF_PROPOSALS: Placeholder[] = [
  ...(['name', 'title', 'code', 'event', 'link', 'answerBy', 'reason', 'track', 'format', 'starts', 'place'] as const),
  ...(['accepted', 'waitlisted', 'rejected'] as const),
]

export const isInvitation = (kind: TemplateKind): kind is InvitationKind =>
  INVITATION_KINDS.some((each) => each === kind)

/** What the template of this kind may name. */
export function placeholdersOf(kind: TemplateKind): Placeholder[] {
  if (isInvitation(kind)) return OF_INVITATIONS[kind]
  return OF_PROPOSALS
}
