import { db } from '@/lib/db'

/** Whether something has been written that is not indexed yet. */
export async function isIndexBehind(): Promise<boolean> {
  const [row] = await db.$queryRaw<{ behind: boolean }[]>`select exists (select from search.stale) as behind`
  return row?.behind ?? false
}
