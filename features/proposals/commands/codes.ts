import { findCode, getCodeOf } from '@/features/calls/queries/calls'
import { refuseByCall } from '@/features/calls/rules/windows'
import type { Tx } from '@/lib/db'
import type { FieldError } from '../schema'
import type { Refusal } from '../table'
import type { Subject } from './subject'

/** Puts a typed access code on a proposal, where its call has such a code; otherwise leaves it as it is. */
export async function attachCode(tx: Tx, proposal: { id: string; callId: string }, typed: string): Promise<void> {
  const code = await findCode(proposal.callId, typed, tx)
  if (code) await tx.proposal.update({ where: { id: proposal.id }, data: { accessCodeId: code.id } })
}

/**
 * Takes a use of the proposal's code, where its call does not take it without. The count is the statement's own
 * condition, so that of two who come at once for the last use one is refused.
 */
export async function useCode(
  tx: Tx,
  subject: Subject,
  call: Parameters<typeof refuseByCall>[0],
  { format, now }: { format: string | null; now: Date },
): Promise<'code-used-up' | null> {
  if (refuseByCall(call, { format, code: null, now }) === null) return null
  const code = await getCodeOf(subject.id, tx)
  if (!code || code.isUsedHere) return null
  const counted = await tx.$executeRaw`
    update access_code set uses = uses + 1
    where id = ${code.id}::uuid and (most_uses is null or uses < most_uses)`
  if (counted === 0) return 'code-used-up'
  await tx.accessCodeUse.create({ data: { codeId: code.id, proposalId: subject.id, usedAt: now } })
  return null
}

/** What is to be said beside the field of the code, where it is the code that keeps a proposal out. */
export async function codeProblem(
  tx: Tx,
  subject: Subject,
  reason: Refusal,
  typed: string | undefined,
): Promise<{ reason: Refusal; errors?: FieldError[] }> {
  const at = (message: string) => [{ path: 'accessCode', message }]
  if (reason === 'code-expired') return { reason, errors: at('This access code has expired') }
  if (reason === 'code-used-up') return { reason, errors: at('This access code has been used as often as it could be') }
  const isShut = reason === 'closed' || reason === 'not-open-yet' || reason === 'code-needed'
  if (isShut && typed && !(await findCode(subject.callId, typed, tx)))
    return { reason: 'code-unknown', errors: at('This call has no such access code') }
  if (reason === 'code-needed') return { reason, errors: at('Give the access code that you were sent') }
  return { reason }
}
