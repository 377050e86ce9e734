import type { ActionName } from '@/features/access/table'
import { FRESH } from '@/features/calls/schema/forms'
import { formOf } from '@/features/proposals/schema'
import { reviewFormOf } from '@/features/reviews/schema'
import { form } from './form'
import type { Ids } from './world'

export interface ActionCall {
  /** What the action is called with, in an event whose things are called so. */
  args: (ids: Ids) => unknown[]
  /** Leads on and writes nothing. */
  reads?: true
  /** Acts in no event: ids of one are sent where its own would stand. */
  global?: true
  /** Visitors may do it in every event that there is: what is typed is kept for their browser, whatever it is about. */
  anybodys?: true
  /** Refused for this, the text that came with it is kept all the same. */
  keepsText?: keyof Ids
}

const STATE = { values: {}, errors: {} }
const text = { title: 'A talk', abstract: 'Of things', language: 'en', key: '00000000-0000-4000-8000-000000000001' }
const chosen = ({ format, track, level, tag }: Ids) => ({ ...text, format, track, level, tag })
const question = {
  label: 'Asked',
  about: 'proposal',
  kind: 'text',
  audience: 'reviewers',
  limitUnit: 'words',
  version: '1',
}
const room = (ids: Ids) => ({ room: ids.room, day: '2031-05-06', time: '11:00', minutes: '30', version: '1' })
const round = {
  name: 'Another',
  opensAt: '2031-05-06T10:00',
  closesAt: '',
  peers: 'never',
  isBlind: 'on',
  version: '1',
}
const criterion = { name: 'Depth', help: '', min: '1', max: '5', weight: '1', position: '3', version: '1' }
const terms = {
  name: 'Another call',
  opensAt: '2031-05-06T10:00',
  closesAt: '2031-06-06T10:00',
  graceMinutes: '0',
  version: '1',
}
const event = { name: 'Days', summary: '', timeZone: 'Europe/Berlin', languages: 'en', version: '1' }
const template = { kind: 'received', locale: 'en', subject: 'Received', text: 'Thanks', version: '1' }

/** How every action of the table is called. One that is missing here does not compile. */
export const ACTION_CALLS: Record<ActionName, ActionCall> = {
  saveDraft: { args: (ids) => [ids.slug, ids.own, form({ ...chosen(ids), version: '2' })] },
  submitProposal: {
    keepsText: 'accessCode',
    args: (ids) => [
      ids.slug,
      ids.byCode,
      formOf({}),
      form({ ...chosen(ids), version: '2', accessCode: ids.accessCode }),
    ],
  },
  updateProposal: {
    args: (ids) => [ids.slug, ids.own, formOf({}), form({ ...chosen(ids), version: '2', intent: 'save' })],
  },
  saveLaterAnswers: {
    args: (ids) => [
      ids.slug,
      ids.ownTold,
      formOf({}),
      form({ [`answer-${ids.laterQuestion}`]: 'Vegetables', version: '2' }),
    ],
  },
  moveToCall: { args: (ids) => [ids.slug, ids.draft, ids.spareKind] },
  withdrawProposal: { args: (ids) => [ids.slug, ids.own] },
  answerProposal: { args: (ids) => [ids.slug, ids.ownTold, 'confirm'] },
  keepPendingDraft: { global: true, anybodys: true, args: (ids) => [ids.slug, ids.own, formOf({}), form(text)] },
  restoreVersion: { args: (ids) => [ids.slug, ids.own, 'speaker', 1] },
  answerInvitation: { args: (ids) => [{ code: ids.sent }, form({ answer: 'declined' })] },
  inviteAgain: { args: (ids) => [ids.slug, ids.own, ids.guestEmail] },
  handOver: { args: (ids) => [ids.slug, ids.own, STATE, form({ name: 'Heir', email: 'heir@example.org' })] },
  takeHandoverBack: { args: (ids) => [ids.slug, ids.ownTold] },
  proposeAgain: { args: (ids) => [ids.slug, ids.own, ids.kind] },
  saveSpeakerNeeds: {
    args: (ids) => [
      ids.slug,
      STATE,
      form({ 'from-0': '2031-05-06T10:00', 'to-0': '2031-05-06T11:00', purgeOn: '2031-06-06' }),
    ],
  },
  forgetSpeakerNeeds: { args: (ids) => [ids.slug] },
  refreshSnapshot: { args: (ids) => [ids.slug] },
  addSessionFile: {
    args: (ids) => [ids.slug, ids.own, STATE, form({ title: 'Slides', url: 'https://example.org/new' })],
  },
  showSessionFile: { args: (ids) => [ids.slug, ids.own, ids.fileId, true] },
  removeSessionFile: { args: (ids) => [ids.slug, ids.own, ids.fileId] },
  saveReview: {
    args: (ids) => [
      ids.slug,
      ids.sent,
      reviewFormOf(null),
      form({ [`score-${ids.criterion}`]: '3', 'score-content': '3', forCommittee: 'Fine', intent: 'draft' }),
    ],
  },
  saveReviewerWish: {
    args: (ids) => [ids.slug, STATE, form({ [`like-${ids.trackId}`]: 'more', statedLoad: '3', version: '0' })],
  },
  planAssignments: { args: (ids) => [ids.slug, STATE, form({ reviewsPerProposal: '1', fairness: '0' })] },
  cancelAssignmentPlan: { args: (ids) => [ids.slug, ids.planId] },
  applyAssignments: { reads: true, args: (ids) => [ids.slug, ids.planId] },
  changeAssignments: { args: (ids) => [ids.slug, form({ pair: `${ids.sent} ${ids.reviewerId}`, intent: 'lock' })] },
  addAssignment: { args: (ids) => [ids.slug, STATE, form({ code: ids.sent, reviewer: ids.reviewerId })] },
  setReviewerLoads: { args: (ids) => [ids.slug, form({ [`load-${ids.reviewerId}`]: '7' })] },
  previewDecisions: { reads: true, args: (ids) => [ids.slug, form({ code: ids.sent, decision: 'accepted' })] },
  saveSlots: { args: (ids) => [ids.slug, form({ [`format-${ids.formatId}`]: '3', [`track-${ids.trackId}`]: '4' })] },
  declareReviewConflict: {
    args: (ids) => [ids.slug, null, STATE, form({ code: ids.sent, conflict: 'We are friends' })],
  },
  addComment: { args: (ids) => [ids.slug, ids.untold, 'proposals', STATE, form({ text: 'Well' })] },
  editComment: { args: (ids) => [ids.slug, ids.sent, 'proposals', ids.commentId, STATE, form({ text: 'Better' })] },
  saveRound: { args: (ids) => [ids.slug, ids.laterRoundId, STATE, form(round)] },
  removeRound: { args: (ids) => [ids.slug, ids.laterRoundId] },
  saveCriterion: { args: (ids) => [ids.slug, ids.criterionId, STATE, form({ ...criterion, roundId: ids.roundId })] },
  removeCriterion: { args: (ids) => [ids.slug, ids.criterionId] },
  decideProposals: { args: (ids) => [ids.slug, form({ code: ids.sent, decision: 'accepted', reason: '' })] },
  undoDecisions: { args: (ids) => [ids.slug, form({ code: ids.untold, seen: `${ids.untold} ${ids.move}` })] },
  announceDecisions: { args: (ids) => [ids.slug, form({ code: ids.untold })] },
  saveEvent: { args: (ids) => [ids.slug, FRESH, form(event)] },
  saveChoices: {
    args: (ids) => [
      ids.slug,
      'track',
      FRESH,
      form({ rows: '1', 'slug-0': ids.track, 'name-0': 'Renamed', version: '1' }),
    ],
  },
  saveCall: { args: (ids) => [ids.slug, ids.kind, FRESH, form({ ...terms, formats: ids.format })] },
  removeCall: { args: (ids) => [ids.slug, ids.spareKind] },
  addCode: { args: (ids) => [ids.slug, ids.kind, FRESH, form({ note: 'Late', mostUses: '1', expiresAt: '' })] },
  endCode: { args: (ids) => [ids.slug, ids.codeKind, form({ id: ids.accessCodeId })] },
  saveQuestion: { args: (ids) => [ids.slug, ids.question, FRESH, form({ ...question, call: ids.kind })] },
  moveQuestion: { args: (ids) => [ids.slug, form({ key: ids.fileQuestion, by: 'up', version: '1' })] },
  removeQuestion: { args: (ids) => [ids.slug, form({ key: ids.question, version: '1' })] },
  copyForm: { reads: true, args: (ids) => [ids.slug, form({ from: ids.slug })] },
  placeSlot: { args: (ids) => [ids.slug, null, form({ ...room(ids), code: ids.confirmed })] },
  moveSlot: { args: (ids) => [ids.slug, null, form({ ...room(ids), slotId: ids.slotId })] },
  removeSlot: { args: (ids) => [ids.slug, null, form({ slotId: ids.slotId, version: '1' })] },
  releaseSchedule: { args: (ids) => [ids.slug, null, form({ name: 'First', version: '1' })] },
  addToTeam: { args: (ids) => [ids.slug, STATE, form({ email: 'new@example.org', role: 'reviewer' })] },
  removeFromTeam: { args: (ids) => [ids.slug, form({ id: ids.bindingId })] },
  sendMail: { args: (ids) => [ids.slug, form({ id: ids.messageId })] },
  editDraft: {
    args: (ids) => [ids.slug, ids.messageId, STATE, form({ subject: 'Other', text: 'Words', version: '1' })],
  },
  putDraftsAside: { args: (ids) => [ids.slug, form({ id: ids.messageId })] },
  saveTemplate: { args: (ids) => [ids.slug, { values: {}, errors: {}, preview: null }, form(template)] },
  resetTemplate: { args: (ids) => [ids.slug, form(template)] },
  recommendProposal: { args: (ids) => [ids.slug, ids.sent, 'proposals', form({ decision: 'accepted' })] },
  saveAnswerPolicy: {
    args: (ids) => [ids.slug, form({ days: '9', until: '', reminderDays: '3', promotion: 'any', version: '1' })],
  },
  orderWaitlist: { args: (ids) => [ids.slug, form({ [`place-${ids.waiting}`]: '1' })] },
  answerForSpeaker: { args: (ids) => [ids.slug, 'lapse', ids.silent] },

  createEvent: {
    global: true,
    args: (ids) => [FRESH, form({ ...event, slug: 'newcomer-days', acronym: 'newcomer', parent: ids.slug })],
  },
  saveProfile: { global: true, args: (ids) => [{}, form({ name: 'Me', projects: ids.track, version: '1' })] },
  savePhoto: { global: true, args: (ids) => [{}, form({ photo: ids.fileId })] },
  removePhoto: { global: true, args: () => [] },
  changeSlug: { global: true, args: () => [{}, form({ slug: '7' })] },
  changeSlugOf: { global: true, args: (ids) => [ids.personSlug, {}, form({ slug: 'somebody' })] },
  setMaintained: { global: true, args: (ids) => [ids.personSlug, {}, form({ projects: '' })] },
  saveApplication: {
    global: true,
    args: (ids) => [STATE, form({ do: 'submit', 'reference-0-email': ids.memberEmail })],
  },
  withdrawApplication: { global: true, args: () => [] },
  confirmReference: {
    global: true,
    args: (ids) => [ids.accessCode, STATE, form({ words: 'They are good at what they do.' })],
  },
  renewTerm: { global: true, args: () => [] },
  appointAmbassador: { global: true, args: (ids) => [STATE, form({ person: ids.personSlug, startsOn: '2031-01-01' })] },
  correctTerm: {
    global: true,
    args: (ids) => [ids.bindingId, STATE, form({ startsOn: '2031-01-01', endsOn: '2032-01-01' })],
  },
  endTerm: { global: true, args: (ids) => [ids.bindingId, STATE, form({ endsOn: '2031-01-01' })] },
  restoreTerm: { global: true, args: (ids) => [ids.bindingId, STATE, form({})] },
  takeTermBack: { global: true, args: (ids) => [ids.bindingId, STATE, form({})] },
  castVote: { global: true, args: (ids) => [Number(ids.move), STATE, form({ vote: 'yes' })] },
  declareConflict: { global: true, args: (ids) => [Number(ids.move), STATE, form({ conflict: 'We are friends' })] },
  decideApplication: { global: true, args: (ids) => [Number(ids.move), STATE, form({ decision: 'accepted' })] },
  addAccount: { global: true, args: (ids) => [form({ provider: ids.format, next: `/events/${ids.slug}` })] },
  removeAccount: { global: true, args: (ids) => [form({ provider: ids.format })] },
  saveGuestPost: { global: true, args: (ids) => [ids.messageId, form({ title: 'A post', version: '1' })] },
  sendGuestPost: {
    global: true,
    args: (ids) => [ids.messageId, {}, form({ title: 'A post', version: '1', intent: 'send' })],
  },
  takeBackGuestPost: { global: true, args: (ids) => [ids.messageId] },
  answerEditors: { global: true, args: (ids) => [ids.messageId, form({ text: 'Here' })] },
  inviteGuest: {
    global: true,
    args: (ids) => [STATE, form({ email: ids.memberEmail, name: 'Guest', brief: 'Write', locale: 'en' })],
  },
  answerGuest: { global: true, args: (ids) => [ids.messageId, form({ text: 'Well' })] },
  requestChanges: { global: true, args: (ids) => [ids.messageId, form({ text: 'Better' })] },
  approveGuestPost: { global: true, args: (ids) => [ids.messageId, {}, form({ slug: ids.track, category: 'blog' })] },
  askQuoteAgain: { global: true, args: (ids) => [ids.messageId, ids.eventId, form({ email: ids.memberEmail })] },
  publishGuestPost: { global: true, args: (ids) => [ids.messageId, form({ at: '' })] },
  reopenGuestPost: { global: true, args: (ids) => [ids.messageId, form({ text: 'Again' })] },
  unpublishGuestPost: { global: true, args: (ids) => [ids.messageId, form({ text: 'No' })] },
  answerQuote: { global: true, args: (ids) => [ids.accessCode, form({ answer: 'approved' })] },
  createPreviewLink: { global: true, args: (ids) => ['post', ids.messageId, {}, form({ days: '7' })] },
  revokePreviewLink: { global: true, args: (ids) => ['post', ids.messageId, form({ link: ids.fileId })] },
  checkLinks: { global: true, args: () => [] },
  bindRole: { global: true, args: (ids) => [STATE, form({ email: ids.memberEmail, role: 'chair' })] },
  unbindRole: { global: true, args: (ids) => [form({ id: ids.bindingId })] },
  requestLink: { global: true, args: () => [STATE, form({ email: 'no address' })] },
  confirmLink: { global: true, args: (ids) => [form({ token: ids.accessCode, next: `/events/${ids.slug}` })] },
  startProvider: { global: true, args: (ids) => [form({ provider: ids.format, next: `/events/${ids.slug}` })] },
  signOut: { global: true, args: () => [] },
  subscribe: { global: true, args: (ids) => [STATE, form({ email: 'no address', locale: 'en', topics: ids.track })] },
  confirmSubscription: { global: true, args: (ids) => [form({ token: ids.accessCode, locale: 'en' })] },
  signInAsRole: { global: true, args: (ids) => [form({ role: ids.format, next: `/events/${ids.slug}` })] },
}
