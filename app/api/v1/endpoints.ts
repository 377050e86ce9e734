import { z } from 'zod'
import { formatOpenApi } from '@/features/api/formats/openapi'
import { type Endpoint, endpoint } from '@/features/api/schema'
import { env } from '@/lib/env'

const describe = endpoint('GET /openapi.json', {
  summary: 'This API, as OpenAPI 3.1',
  answer: z.record(z.string(), z.unknown()),
  handle: async () => ({
    ok: true,
    body: formatOpenApi(ENDPOINTS_OF_ALL_FEATURES, { name: 'Lectern', url: env().appUrl }),
  }),
})

/** Every endpoint of the API. A test holds this list against the access table. */
export const ENDPOINTS_OF_ALL_FEATURES: readonly Endpoint[] = [describe]
