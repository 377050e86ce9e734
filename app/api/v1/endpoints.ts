import { z } from 'zod'
import { teamEndpoints } from '@/features/access/api/team'
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
import { choiceEndpoints } from '@/features/events/api/choices'
import { eventEndpoints } from '@/features/events/api/events'
import { eventSettingEndpoints } from '@/features/events/api/settings'
import { mailEndpoints } from '@/features/mail/api/mail'
import { personEndpoints } from '@/features/people/api/people'
import { photoEndpoints } from '@/features/people/api/photo'
import { profileEndpoints } from '@/features/people/api/profile'
import { projectEndpoints } from '@/features/projects/api'
import { answerEndpoints } from '@/features/proposals/api/answers'
import { decisionEndpoints } from '@/features/proposals/api/decisions'
import { deskEndpoints } from '@/features/proposals/api/desk'
import { exportEndpoints } from '@/features/proposals/api/export'
import { fileEndpoints } from '@/features/proposals/api/files'
import { invitationEndpoints } from '@/features/proposals/api/invitations'
import { laterEndpoints } from '@/features/proposals/api/later'
import { lookEndpoints } from '@/features/proposals/api/looks'
import { proposalMailEndpoints } from '@/features/proposals/api/mail'
import { moveEndpoints } from '@/features/proposals/api/moves'
import { movingEndpoints } from '@/features/proposals/api/moving'
import { needsEndpoints } from '@/features/proposals/api/needs'
import { proposalEndpoints } from '@/features/proposals/api/proposals'
import { snapshotEndpoints } from '@/features/proposals/api/snapshot'
import { standingEndpoints } from '@/features/proposals/api/standing'
import { talkEndpoints } from '@/features/proposals/api/talks'
import { versionEndpoints } from '@/features/proposals/api/versions'
import { rankingEndpoints } from '@/features/ranking/api'
import { newestCalibration, newestCalibrationFor } from '@/features/ranking/commands/calibrate'
import { commentEndpoints } from '@/features/reviews/api/comments'
import { conflictEndpoints } from '@/features/reviews/api/conflicts'
import { criterionEndpoints } from '@/features/reviews/api/criteria'
import { reviewExportEndpoints } from '@/features/reviews/api/export'
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
  ...eventSettingEndpoints,
  ...choiceEndpoints,
  ...teamEndpoints,
  ...callEndpoints,
  ...codeEndpoints,
  ...questionEndpoints,
  ...proposalEndpoints,
  ...exportEndpoints,
  ...reviewExportEndpoints,
  ...moveEndpoints,
  ...movingEndpoints,
  ...standingEndpoints,
  ...laterEndpoints,
  ...versionEndpoints,
  ...invitationEndpoints,
  ...fileEndpoints,
  ...lookEndpoints,
  ...talkEndpoints,
  ...needsEndpoints,
  ...snapshotEndpoints,
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
  ...deskEndpoints,
  ...mailEndpoints,
  ...proposalMailEndpoints,
  ...scheduleEndpoints,
  ...projectEndpoints,
  ...articleEndpoints,
  ...personEndpoints,
  ...profileEndpoints,
  ...photoEndpoints,
  ...searchEndpoints,
  ...ambassadorEndpoints,
]

/** The API as it describes itself, under this foundation's name. */
export function describeApi() {
  return formatOpenApi(ENDPOINTS_OF_ALL_FEATURES, { name: getSite().name.en ?? 'Lectern', url: env().appUrl })
}
