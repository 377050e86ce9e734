import * as binding from '@/features/access/actions/bindings'
import * as signIn from '@/features/access/actions/sign-in'
import * as apply from '@/features/ambassadors/actions/apply'
import * as application from '@/features/ambassadors/actions/review'
import * as terms from '@/features/ambassadors/actions/terms'
import * as assignments from '@/features/assignments/actions'
import * as calls from '@/features/calls/actions'
import * as decisions from '@/features/decisions/actions'
import * as editing from '@/features/editing/actions'
import * as events from '@/features/events/actions'
import * as mail from '@/features/mail/actions'
import * as people from '@/features/people/actions'
import * as editors from '@/features/posts/actions/editor'
import * as guests from '@/features/posts/actions/guest'
import * as quoted from '@/features/posts/actions/quoted'
import * as proposals from '@/features/proposals/actions'
import * as answers from '@/features/proposals/actions/answers'
import * as laterAnswers from '@/features/proposals/actions/later'
import * as letters from '@/features/proposals/actions/mail'
import * as sessionFiles from '@/features/proposals/actions/session-files'
import * as speakers from '@/features/proposals/actions/speakers'
import * as talks from '@/features/proposals/actions/talks'
import * as versions from '@/features/proposals/actions/versions'
import * as committee from '@/features/reviews/actions/committee'
import * as review from '@/features/reviews/actions/review'
import * as settings from '@/features/reviews/actions/settings'
import * as schedule from '@/features/schedule/actions'
import * as subscriptions from '@/features/subscriptions/actions'

const MODULES = [
  ...[
    binding,
    signIn,
    apply,
    application,
    terms,
    assignments,
    calls,
    decisions,
    editing,
    events,
    mail,
    people,
    editors,
  ],
  ...[
    guests,
    quoted,
    proposals,
    answers,
    laterAnswers,
    letters,
    sessionFiles,
    speakers,
    talks,
    versions,
    committee,
    review,
    settings,
  ],
  ...[schedule, subscriptions],
]
/** Every action by its name. */
export const HANDLERS: Record<string, unknown> = Object.assign({}, ...MODULES)
