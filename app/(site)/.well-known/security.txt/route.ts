import { connection } from 'next/server'
import { securityAnswer } from '@/features/content/api/machines'

export async function GET(): Promise<Response> {
  await connection()
  return securityAnswer(new Date())
}
