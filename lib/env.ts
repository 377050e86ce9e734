import { z } from 'zod'

const url = (protocols: string[]) =>
  z.string().refine((value) => protocols.some((p) => URL.canParse(value) && new URL(value).protocol === `${p}:`), {
    error: `must be an address that starts with ${protocols.map((p) => `${p}://`).join(' or ')}`,
  })

const text = z.string().min(1, 'must not be empty')
const flag = z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1')

/** Every variable that Lectern reads. Unset and empty are the same; a wrong value names its variable. */
const Environment = z
  .object({
    DATABASE_URL: url(['postgres', 'postgresql']).optional(),
    DATABASE_DIRECT_URL: url(['postgres', 'postgresql']).optional(),
    DATABASE_REPLICA_URL: url(['postgres', 'postgresql']).optional(),
    APP_URL: url(['http', 'https']).optional(),
    NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
    SMTP_URL: url(['smtp', 'smtps']).optional(),
    MAIL_FROM: text.optional(),
    GITHUB_CLIENT_ID: text.optional(),
    GITHUB_CLIENT_SECRET: text.optional(),
    GOOGLE_CLIENT_ID: text.optional(),
    GOOGLE_CLIENT_SECRET: text.optional(),
    OIDC_ISSUER: url(['http', 'https']).optional(),
    OIDC_CLIENT_ID: text.optional(),
    OIDC_CLIENT_SECRET: text.optional(),
    S3_ENDPOINT: url(['http', 'https']).optional(),
    S3_BUCKET: text.optional(),
    S3_ACCESS_KEY: text.optional(),
    S3_SECRET_KEY: text.optional(),
    ROLE: z.enum(['web', 'worker'], 'must be web or worker').optional(),
    METRICS_TOKEN: text.optional(),
    PORT: z
      .string()
      .regex(/^\d+$/, 'must be a port number')
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, 'must be a port number from 1 to 65535')
      .default(3000),
    /** Where the embedded database, files and the demo's secret are kept. */
    LECTERN_DATA: text.default('.data'),
    LECTERN_DEMO: flag.optional(),
    LECTERN_EMBEDDED: flag.optional(),
  })
  .superRefine((env, context) => {
    const demand = (name: string, message: string) => context.addIssue({ code: 'custom', path: [name], message })
    const together = [
      ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
      ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
      ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
      ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'],
      ['SMTP_URL', 'MAIL_FROM'],
    ] as const
    for (const names of together) {
      const set = names.filter((name) => env[name] !== undefined)
      const missing = names.find((name) => env[name] === undefined)
      if (set.length > 0 && missing) demand(missing, `must be set too, because ${set[0]} is`)
    }
    if (env.DATABASE_URL && !env.LECTERN_DEMO) {
      for (const name of ['APP_URL', 'NEXTAUTH_SECRET'] as const)
        if (env[name] === undefined) demand(name, 'must be set for a real installation (DATABASE_URL is set)')
    }
  })
  .transform((env) => {
    const isEmbedded = env.LECTERN_EMBEDDED ?? env.DATABASE_URL === undefined
    return {
      ...env,
      isEmbedded,
      isDemo: env.LECTERN_DEMO ?? isEmbedded,
      appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    }
  })

export type Env = z.infer<typeof Environment>

/** The environment as parsed, or the one line that says which variable is wrong and how. */
export function readEnv(variables: Record<string, string | undefined>): { env: Env } | { problem: string } {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = Environment.safeParse(set)
  if (parsed.success) return { env: parsed.data }
  const [issue] = parsed.error.issues
  return { problem: `${issue?.path.join('.')} ${issue?.message}.` }
}

let cached: Env | undefined

/** This process's environment, read once. Throws the one line where it is wrong; `start` has checked it before. */
export function env(): Env {
  if (cached) return cached
  const read = readEnv(process.env)
  if ('problem' in read) throw new Error(read.problem)
  cached = read.env
  return cached
}

/** After the embedded database has been started its address is known: read again. */
export function setEnv(variables: Record<string, string>): Env {
  Object.assign(process.env, variables)
  cached = undefined
  return env()
}
