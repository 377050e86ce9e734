import { subDays } from 'date-fns'
import { db } from '@/lib/db'
import { storage } from '@/lib/storage'

/** Days after which a file that nobody has named is taken for left behind. */
export const DAYS_KEPT = 7

/**
 * Forgets uploads that no answer and no kept version of one names; how many. The rows go first: a crash between leaves
 * bytes that nobody names, and never a name without bytes.
 */
export async function forgetFiles(now: Date): Promise<number> {
  const before = subDays(now, DAYS_KEPT)
  if ((await db.answerFile.count({ where: { createdAt: { lt: before } } })) === 0) return 0
  const gone = await db.$queryRaw<{ stored: string }[]>`
    with meant as (
      select p.id, p.answers from proposal p
      where p.event_id in (select event_id from answer_file where created_at < ${before})
    ), named as (
      select given #>> '{}' as id from meant, jsonb_path_query(meant.answers, '$.*') given
      union
      select given #>> '{}' from meant join proposal_speaker s on s.proposal_id = meant.id,
        jsonb_path_query(s.answers, '$.*') given
      union
      select given #>> '{}' from meant join proposal_version v on v.proposal_id = meant.id,
        jsonb_path_query(v.content, '$.keyvalue() ? (@.key == "answers" || @.key == "aboutMe").value.*') given
    )
    delete from answer_file f
    where f.created_at < ${before} and not exists (select from named where named.id = f.id::text)
    returning f.stored`
  for (const { stored } of gone) await storage().remove(stored)
  return gone.length
}
