import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describeApi, ENDPOINTS_OF_ALL_FEATURES } from '@/app/api/v1/endpoints'
import type { Person, Role } from '@/features/access/schema'
import { dispatch } from '@/features/api/gate'
import { match, pathOf } from '@/features/api/rules'
import { db } from '@/lib/db'
import { hashToken, newApiToken } from '@/lib/tokens'

/** A token of this person's. */
export async function aToken({ id }: Pick<Person, 'id'>): Promise<string> {
  const token = newApiToken()
  await db.apiToken.create({ data: { tokenHash: hashToken(token), name: 'Test', personId: id } })
  return token
}

/** A service with a role in one event, or everywhere. */
export async function aService(role: Exclude<Role, 'ambassador-manager'>, eventId: string | null = null) {
  const token = newApiToken()
  const name = `Service ${token.slice(5, 12)}`
  const { id } = await db.serviceAccount.create({
    data: {
      name,
      tokens: { create: { tokenHash: hashToken(token), name: 'Test' } },
      bindings: { create: { role, eventId } },
    },
  })
  return { id, name, token }
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came back
  body: any
}

interface Sent {
  token?: string
  body?: unknown
  headers?: Record<string, string>
}

/** Calls an endpoint by `GET /path?query`, and holds what it answers against its own declaration. */
export async function call(what: string, { token, body, headers = {} }: Sent = {}): Promise<Answer> {
  const [method = '', address = ''] = what.split(' ')
  const request = new Request(`http://localhost/api/v1${address}`, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(body === undefined ? {} : { body: asSent(body) }),
  })
  const path = (address.split('?')[0] ?? '').split('/').slice(1).map(decodeURIComponent)
  const response = await dispatch(ENDPOINTS_OF_ALL_FEATURES, request, path)
  const text = await response.text()
  const isJson = /json$/.test(response.headers.get('content-type') ?? '')
  const parsed = isJson ? JSON.parse(text) : undefined
  const answer = { status: response.status, headers: response.headers, text, body: parsed }
  assertDeclared(method, path, answer)
  return answer
}

const asSent = (body: unknown) => (typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body))

const api = describeApi()
const ajv = new Ajv2020({ strict: false, allErrors: true, schemas: { api: { ...api, $id: 'api' } } })
formats.default(ajv)

function assertDeclared(method: string, path: string[], { status, headers, text, body }: Answer): void {
  const isProblem = status >= 400
  const type = headers.get('content-type')
  const found = match(ENDPOINTS_OF_ALL_FEATURES, method, path)
  const { answer: json = null, media = [] } = found.found ? found.endpoint : {}
  if (status === 204 && (text || json || media.length > 0)) throw new Error('It says nothing, and was to say something')
  if (status === 204 || (!isProblem && isFile(type, headers, media))) return
  if (type !== (isProblem ? 'application/problem+json' : 'application/json')) throw new Error(`${status} is ${type}`)
  const schema = isProblem
    ? '#/components/schemas/Problem'
    : found.found
      ? `#/paths/${pathOf(found.endpoint).replace(/\//g, '~1')}/${method.toLowerCase()}/responses/2XX/content/application~1json/schema`
      : ''
  const validate = ajv.getSchema(`api${encodeURI(schema)}`)
  if (!validate) throw new Error(`Nothing is declared for ${method} ${path.join('/')}`)
  if (!validate(body)) throw new Error(`${text}\nis not as declared: ${ajv.errorsText(validate.errors)}`)
  if (isProblem && body.status !== status) throw new Error(`A problem with status ${body.status} came with ${status}`)
}

/** What is declared as a file is one that nobody shows by mistake. */
function isFile(type: string | null, headers: Headers, media: readonly string[]): boolean {
  if (type === 'application/json') return false
  const isKnown = media.some((one) => one === 'application/octet-stream' || type?.startsWith(one))
  return isKnown && /^attachment/.test(headers.get('content-disposition') ?? '')
}

/** All items of a list, page by page. */
export async function walk(
  what: string,
  sent: Sent,
  between: () => Promise<unknown> = async () => {},
): Promise<Answer['body'][]> {
  const items: Answer['body'][] = []
  let cursor: string | null = null
  do {
    const next: string = cursor ? `${what}${what.includes('?') ? '&' : '?'}cursor=${cursor}` : what
    const { status, text, body } = await call(next, sent)
    if (status !== 200) throw new Error(text)
    items.push(...body.items)
    cursor = body.nextCursor
    await between()
  } while (cursor)
  return items
}
