import { z } from 'zod'
import { ambassadorEndpoints } from '@/features/ambassadors/api'
import { formatOpenApi } from '@/features/api/formats/openapi'
import { type Endpoint, endpoint } from '@/features/api/schema'
import { pairEndpoints } from '@/features/assignments/api/pairs'
import { planEndpoints } from '@/features/assignments/api/plans'
import { reviewerEndpoints } from '@/features/assignments/api/reviewers'
import { callEndpoints } from '@/features/calls/api/calls'
import { codeEndpoints } from '@/features/calls/api/codes'
import { questionEndpoints } from '@/features/calls/api/questions'
import { articleEndpoints } from '@/features/content/api'
import { getSite } from '@/features/content/queries/site'
import { decisionRoomEndpoints } from '@/features/decisions/api/room'
import { eventEndpoints } from '@/features/events/api'
import { mailEndpoints } from '@/features/mail/api/mail'
import { personEndpoints } from '@/features/people/api'
import { projectEndpoints } from '@/features/projects/api'
import { answerEndpoints } from '@/features/proposals/api/answers'
import { decisionEndpoints } from '@/features/proposals/api/decisions'
import { exportEndpoints } from '@/features/proposals/api/export'
import { fileEndpoints } from '@/features/proposals/api/files'
import { invitationEndpoints } from '@/features/proposals/api/invitations'
import { lookEndpoints } from '@/features/proposals/api/looks'
import { proposalMailEndpoints } from '@/features/proposals/api/mail'
import { moveEndpoints } from '@/features/proposals/api/moves'
import { needsEndpoints } from '@/features/proposals/api/needs'
import { proposalEndpoints } from '@/features/proposals/api/proposals'
import { talkEndpoints } from '@/features/proposals/api/talks'
import { versionEndpoints } from '@/features/proposals/api/versions'
import { rankingEndpoints } from '@/features/ranking/api'
import { newestCalibration, newestCalibrationFor } from '@/features/ranking/commands/calibrate'
import { commentEndpoints } from '@/features/reviews/api/comments'
import { conflictEndpoints } from '@/features/reviews/api/conflicts'
import { criterionEndpoints } from '@/features/reviews/api/criteria'
import { queueEndpoints } from '@/features/reviews/api/queue'
import { reviewEndpoints } from '@/features/reviews/api/reviews'
import { roundEndpoints } from '@/features/reviews/api/rounds'
import { scheduleEndpoints } from '@/features/schedule/api'
import { searchEndpoints } from '@/features/search/api'
import { statisticEndpoints } from '@/features/statistics/api'
import { env } from '@/lib/env'

const describe = endpoint('GET /openapi.json', {
  summary: 'This API, as OpenAPI 3.1',
  answer: z.record(z.string(), z.unknown()),
  handle: async () => ({ ok: true, body: describeApi() }),
})

/** Every endpoint of the API. A test holds this list against the access table. */
export const ENDPOINTS_OF_ALL_FEATURES: readonly Endpoint[] = [
  describe,
  ...eventEndpoints,
  ...callEndpoints,
  ...codeEndpoints,
  ...questionEndpoints,
  ...proposalEndpoints,
  ...exportEndpoints,
  ...moveEndpoints,
  ...versionEndpoints,
  ...invitationEndpoints,
  ...fileEndpoints,
  ...lookEndpoints,
  ...talkEndpoints,
  ...needsEndpoints,
  ...roundEndpoints,
  ...criterionEndpoints,
  ...queueEndpoints,
  ...reviewEndpoints,
  ...commentEndpoints,
  ...conflictEndpoints,
  ...planEndpoints,
  ...pairEndpoints,
  ...reviewerEndpoints,
  ...rankingEndpoints,
  ...decisionEndpoints,
  ...decisionRoomEndpoints(newestCalibration),
  ...answerEndpoints,
  ...statisticEndpoints(newestCalibrationFor),
  ...mailEndpoints,
  ...proposalMailEndpoints,
  ...scheduleEndpoints,
  ...projectEndpoints,
  ...articleEndpoints,
  ...personEndpoints,
  ...searchEndpoints,
  ...ambassadorEndpoints,
]

/** The API as it describes itself, under this foundation's name. */
export function describeApi() {
  return formatOpenApi(ENDPOINTS_OF_ALL_FEATURES, { name: getSite().name.en ?? 'Lectern', url: env().appUrl })
}
