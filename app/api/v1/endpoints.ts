import { z } from 'zod'
import { ambassadorEndpoints } from '@/features/ambassadors/api'
import { formatOpenApi } from '@/features/api/formats/openapi'
import { type Endpoint, endpoint } from '@/features/api/schema'
import { assignmentEndpoints } from '@/features/assignments/api'
import { articleEndpoints } from '@/features/content/api'
import { getSite } from '@/features/content/queries/site'
import { eventEndpoints } from '@/features/events/api'
import { personEndpoints } from '@/features/people/api'
import { projectEndpoints } from '@/features/projects/api'
import { decisionEndpoints } from '@/features/proposals/api/decisions'
import { proposalEndpoints } from '@/features/proposals/api/proposals'
import { rankingEndpoints } from '@/features/ranking/api'
import { reviewEndpoints } from '@/features/reviews/api'
import { scheduleEndpoints } from '@/features/schedule/api'
import { searchEndpoints } from '@/features/search/api'
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
  ...proposalEndpoints,
  ...reviewEndpoints,
  ...assignmentEndpoints,
  ...rankingEndpoints,
  ...decisionEndpoints,
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
