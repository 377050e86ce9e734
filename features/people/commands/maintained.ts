import type { Person } from '@/features/access/schema'
import { audit } from '@/lib/audit'
import { transaction } from '@/lib/db'
import * as purge from '@/lib/purge'
import { tagsOfPerson } from './tags'

/** The foundation says which projects somebody maintains; what they name themselves stays theirs. */
export function setMaintained(actor: Person, personId: string, slugs: string[]): Promise<void> {
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for update`
    const before = await tagsOfPerson(tx, personId)
    await tx.personProject.deleteMany({ where: { personId, isNamed: false } })
    await tx.personProject.updateMany({ where: { personId }, data: { isMaintainer: false } })
    await tx.$executeRaw`
      insert into person_project (person_id, project_id, is_maintainer, is_named)
      select ${personId}::uuid, id, true, false from project where slug = any(${slugs})
      on conflict (person_id, project_id) do update set is_maintainer = true`
    const detail = { maintains: slugs }
    await audit.record(tx, { actor, verb: 'update', resource: 'person', resourceId: personId, detail })
    await purge.tags(tx, [...before, ...(await tagsOfPerson(tx, personId)), 'projects'])
  })
}
