import { connection } from 'next/server'

export default async function FrontPage() {
  await connection()
  return <main>Lectern</main>
}
