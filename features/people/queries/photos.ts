import { db } from '@/lib/db'
import { photoHash } from '../schema/photo'

/** Who may see the photo with this file's name; null where nobody has it. */
export async function getPhotoAudience(file: string) {
  const hash = photoHash(file)
  if (!hash) return null
  const [shown, withheld] = await Promise.all([
    db.person.findFirst({ where: { photo: hash }, select: { id: true } }),
    db.withheldField.findMany({
      where: { field: 'photo', value: { equals: hash } },
      select: { personId: true, audience: true },
    }),
  ])
  if (!shown && withheld.length === 0) return null
  return {
    isPublic: shown !== null,
    isForStaff: withheld.some(({ audience }) => audience === 'staff'),
    owners: withheld.map(({ personId }) => personId),
  }
}
