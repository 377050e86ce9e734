import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import type { Person } from '../schema'

/** Takes away one way of signing in. The link by mail is always left. */
export function removeAccount(actor: Person, provider: string): Promise<void> {
  return transaction(async (tx) => {
    const { count } = await tx.account.deleteMany({ where: { provider, personId: actor.id } })
    if (count === 0) return
    await audit.record(tx, { actor, verb: 'delete', resource: 'account', resourceId: actor.id, detail: { provider } })
  })
}
