import { bandsOf, SCHEME, shinglesOf, signatureOf } from '@/engines/similarity'
import { db, type Tx, transaction } from '@/lib/db'

interface Signed {
  id: string
  version: number
  title: string
  abstract: string
}

/** Keeps by what near-duplicates of this text are found, in the transaction that writes the text. */
export async function writeSignature(tx: Tx, { id, version, title, abstract }: Signed): Promise<void> {
  const facts = { version, scheme: SCHEME, bands: bandsOf(signatureOf(shinglesOf(`${title}\n${abstract}`))) }
  const where = { proposalId: id }
  await tx.proposalSignature.upsert({ where, create: { ...where, ...facts }, update: facts })
}

/**
 * Makes the signatures that are missing or old: of what was imported or seeded, and after a change of the scheme.
 * Answers how many it made; none when all is done.
 */
export async function signMissing(most = 200): Promise<number> {
  const rows = await db.$queryRaw<Signed[]>`
    select p.id, p.version, p.title, p.abstract from proposal p
    left join proposal_signature s on s.proposal_id = p.id and s.version = p.version and s.scheme = ${SCHEME}
    where s.proposal_id is null order by p.id limit ${most}`
  for (const row of rows)
    await transaction(async (tx) => {
      const [current] = await tx.$queryRaw<Signed[]>`
        select id, version, title, abstract from proposal where id = ${row.id}::uuid for update`
      if (current) await writeSignature(tx, current)
    })
  return rows.length
}
