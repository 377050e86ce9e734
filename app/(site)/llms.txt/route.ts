import { connection } from 'next/server'
import { guideAnswer } from '@/features/content/api/machines'

export async function GET(): Promise<Response> {
  await connection()
  return guideAnswer(new Date())
}
