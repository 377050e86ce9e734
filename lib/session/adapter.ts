import type { Adapter, AdapterAccount, AdapterSession, AdapterUser, VerificationToken } from 'next-auth/adapters'
import type { Tx } from '@/lib/db'
import { hashToken } from '@/lib/tokens'
import { findOrCreatePerson } from './people'

/**
 * next-auth's way to our tables. Of session and link tokens only the SHA-256 is stored, of a provider only who somebody
 * is there: none of its tokens. Takes a transaction too, so that our own commands are all or nothing.
 */
export function adapter(client: Tx) {
  return {
    /** Both ways in have proved the address before they come here. */
    async createUser(user: Omit<AdapterUser, 'id'>): Promise<AdapterUser> {
      const { person } = await findOrCreatePerson(client, { email: user.email, name: user.name ?? null })
      const emailVerified = user.emailVerified ?? new Date()
      await client.person.update({ where: { id: person.id }, data: { emailVerified } })
      return { id: person.id, name: person.name, email: user.email, emailVerified }
    },
    async getUser(id: string): Promise<AdapterUser | null> {
      return toUser(await client.person.findUnique({ where: { id }, select: USER }))
    },
    async getUserByEmail(email: string): Promise<AdapterUser | null> {
      return toUser(await client.person.findUnique({ where: { email: email.toLowerCase() }, select: USER }))
    },
    async getUserByAccount(account: Pick<AdapterAccount, 'provider' | 'providerAccountId'>) {
      const { provider, providerAccountId } = account
      const where = { provider_providerAccountId: { provider, providerAccountId } }
      const found = await client.account.findUnique({ where, select: { person: { select: USER } } })
      return toUser(found?.person ?? null)
    },
    async updateUser({ id, emailVerified = null }: Pick<AdapterUser, 'id'> & Partial<AdapterUser>) {
      const person = await client.person.update({ where: { id }, data: { emailVerified }, select: USER })
      return { ...person, email: person.email ?? '' }
    },
    async deleteUser(id: string): Promise<void> {
      await client.person.deleteMany({ where: { id } })
    },
    async linkAccount({ provider, providerAccountId, userId }: AdapterAccount): Promise<void> {
      await client.account.create({ data: { provider, providerAccountId, personId: userId } })
    },
    async unlinkAccount(account: Pick<AdapterAccount, 'provider' | 'providerAccountId'>): Promise<void> {
      const { provider, providerAccountId } = account
      await client.account.deleteMany({ where: { provider, providerAccountId } })
    },
    async createSession({ sessionToken, userId, expires }: AdapterSession): Promise<AdapterSession> {
      await client.session.create({ data: { tokenHash: hashToken(sessionToken), personId: userId, expires } })
      return { sessionToken, userId, expires }
    },
    async getSessionAndUser(sessionToken: string): Promise<{ session: AdapterSession; user: AdapterUser } | null> {
      const session = await client.session.findUnique({
        where: { tokenHash: hashToken(sessionToken) },
        select: { expires: true, person: { select: USER } },
      })
      const user = toUser(session?.person ?? null)
      return session && user ? { session: { sessionToken, userId: user.id, expires: session.expires }, user } : null
    },
    async updateSession({ sessionToken, expires }: Pick<AdapterSession, 'sessionToken'> & Partial<AdapterSession>) {
      if (expires) await client.session.updateMany({ where: { tokenHash: hashToken(sessionToken) }, data: { expires } })
      return null
    },
    async deleteSession(sessionToken: string): Promise<void> {
      await client.session.deleteMany({ where: { tokenHash: hashToken(sessionToken) } })
    },
    async createVerificationToken({ identifier, token, expires }: VerificationToken): Promise<VerificationToken> {
      await client.verificationToken.create({ data: { tokenHash: hashToken(token), identifier, expires } })
      return { identifier, token, expires }
    },
    /** Deletes and answers in one statement: of two at once one gets it. */
    async useVerificationToken({ identifier, token }: { identifier: string; token: string }) {
      const [used] = await client.$queryRaw<{ expires: Date }[]>`
        delete from verification_token where token_hash = ${hashToken(token)} and identifier = ${identifier}
        returning expires`
      return used ? { identifier, token, expires: used.expires } : null
    },
  } satisfies Adapter
}

const USER = { id: true, name: true, email: true, emailVerified: true } as const

function toUser<User extends { email: string | null }>(user: User | null) {
  return user && { ...user, email: user.email ?? '' }
}
