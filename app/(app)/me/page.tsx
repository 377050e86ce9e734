import { gatePage } from '@/features/access/gate'

export default async function MePage() {
  const person = await gatePage('/me', '/me')
  return <main>{person.name}</main>
}
