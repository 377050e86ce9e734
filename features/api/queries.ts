import { db } from '@/lib/db'

/** Whether the database answers at all: tells its absence from a mistake of ours. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await db.$queryRaw`select 1`
    return true
  } catch {
    return false
  }
}
