import { EVERYTHING } from './front/purges'

/** What of a Prisma transaction is needed here. */
export interface PurgeTransaction {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number>
}

/** Bytes that a notice of PostgreSQL may hold. */
const longestNotice = 7_999

/**
 * Says in the transaction that changes something which documents are old once it is committed. Every replica hears it;
 * one that cannot be told reads the log. `hard` withdraws: the old copy is never shown again, not even for a moment.
 */
export async function tags(tx: PurgeTransaction, names: string[], { hard = false } = {}): Promise<void> {
  if (names.length === 0) return
  const unique = [...new Set(names)]
  await tx.$executeRaw`
    with entry as (
      insert into purge_log (tags, hard) values (${unique}::text[], ${hard}) returning id, tags, hard
    ), notice as (
      select hard, json_build_object('id', id, 'tags', tags, 'hard', hard)::text as payload from entry
    )
    select pg_notify('purge', case
      when octet_length(payload) <= ${longestNotice}::int then payload
      when hard then 'everything hard'
      else 'everything'
    end) from notice`
}

/** Purges every document: for what touches them all, such as the navigation. */
export function everything(tx: PurgeTransaction, options: { hard?: boolean } = {}): Promise<void> {
  return tags(tx, [EVERYTHING], options)
}

export { freshUntil, touch } from './front/tags'
