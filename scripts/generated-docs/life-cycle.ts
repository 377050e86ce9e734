import { STATES, type State } from '@/features/proposals/schema'
import { type MailMoment, MOVES, type MoveName, moveRow, REFUSALS, type Requirement } from '@/features/proposals/table'
import { code, made, page, table } from './markdown'

const moves = (Object.keys(MOVES) as MoveName[]).map((name) => ({ name, ...moveRow(name) }))

const MOMENTS: Record<MailMoment, string> = {
  'at-once': '',
  'when-announced': ', with the next announcement',
  'as-draft': ', as a draft that a chair sends',
}

const REQUIREMENTS: Record<Requirement, string> = {
  'call-is-open': 'the call is open, or in its grace',
  'call-is-open-for-speakers': 'for a speaker, the call is open, or in its grace',
  'within-limit': 'fewer proposals of this person in the call than its limit',
  complete: 'title, abstract, format, and name and address of every co-speaker are given',
  'never-announced': 'no decision has been announced',
  'open-decision': 'nothing has been announced yet, or the speaker has declined',
  announced: 'a decision has been announced',
  'announced-as-waitlisted': 'the speakers know that it is on the waiting list',
  silent: 'nobody has answered, and the day until which an answer was asked has passed',
  undoable: 'something was recommended, decided, corrected or promoted since the last announcement',
  news: 'the decision is not the one that was announced last',
  told: 'for the committee, the decision has been announced',
  answered: 'for a speaker, no required answer of the proposal or of who speaks in it is missing that can be given',
  'answer-in-time': 'for a speaker, before the day until which an answer was asked',
}

/** What a state rests on, as `stateFor` reads it. */
const MEANINGS: Record<State, string> = {
  draft: 'begun, not handed in',
  submitted: 'handed in; for a speaker also while a decision is not announced',
  withdrawn: 'taken back by a speaker',
  accepted: 'decided so; to a speaker once announced, and waiting for an answer',
  waitlisted: 'decided so; to a speaker once announced',
  rejected: 'decided so; to a speaker once announced. People read “not accepted”',
  confirmed: 'accepted, announced, and a speaker said yes',
  declined: 'accepted, announced, and a speaker said no',
  cancelled: 'confirmed once; does not take place',
}

/** docs/life-cycle.md: the moves of a proposal, from the table by which they are made. */
export function lifeCyclePage(): string {
  return page(
    made('`features/proposals/table.ts`'),
    '# The life of a proposal',
    'A proposal has no status column. It has facts and a log of moves; its state is derived for the one who reads it, so that a speaker’s page cannot give away what has not been announced. Why: [decision 0008](decisions/0008-a-log-of-moves.md).',
    '## States',
    table(
      ['state', 'means'],
      STATES.map((state) => [code(state), MEANINGS[state]]),
    ),
    '## Moves',
    table(
      ['move', 'does', 'who', 'what must hold', 'mail', 'undone by'],
      moves.map(({ name, does, by, must, mail, undone }) => [
        `**${name}**`,
        does,
        [
          by.speaker && 'speaker',
          by.committee && `committee (${code(`${by.committee.verb} ${by.committee.resource}`)})`,
        ]
          .filter(Boolean)
          .join(', '),
        must.map((each) => REQUIREMENTS[each]).join('; ') || '–',
        mail
          ? `“${mail.kind}”, to ${mail.to === 'proposer' ? 'who proposed it' : 'every speaker'}${MOMENTS[mail.goes]}`
          : '–',
        `${undone.by === 'none' ? 'nothing' : code(undone.by)}${undone.note ? `: ${undone.note}` : ''}`,
      ]),
    ),
    '## From which state',
    '**S**: a speaker may, reading the state as speakers do. **C**: the committee may, reading it as the committee does. A speaker of a proposal, or who has a conflict of interest with it, never acts on it for the committee.',
    table(
      ['state', ...moves.map(({ name }) => name)],
      STATES.map((state) => [code(state), ...moves.map(({ by }) => whoFrom(state, by) || '–')]),
    ),
    '## Refusals',
    'A move that cannot be made changes nothing and says why: people read the sentence, the API gives the word.',
    table(
      ['word', 'sentence'],
      Object.entries(REFUSALS).map(([word, sentence]) => [code(word), sentence]),
    ),
  )
}

function whoFrom(state: State, { speaker, committee }: ReturnType<typeof moveRow>['by']): string {
  return [speaker?.includes(state) && 'S', committee?.from.includes(state) && 'C'].filter(Boolean).join(' ')
}
