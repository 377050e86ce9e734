import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { getProposalForm } from '@/features/proposals/queries/call'
import { listCriteria } from '@/features/reviews/queries/review'
import { db } from '@/lib/db'

test('the SQL of docs/operators.md makes an event to which one can propose', async () => {
  const [, sql = ''] = /```sql\n([\s\S]*?)```/.exec(readFileSync('docs/operators.md', 'utf8')) ?? []
  await db.$executeRawUnsafe(sql)
  const form = await getProposalForm('meshcon-2027')
  expect(form?.choices.formats.map(({ slug }) => slug)).toEqual(['talk', 'workshop'])
  expect(form?.call.closesAt?.toISOString()).toBe('2027-05-31T21:59:00.000Z')
  const { id } = await db.event.findUniqueOrThrow({ where: { slug: 'meshcon-2027' } })
  expect(await listCriteria(id)).toHaveLength(1)
})
