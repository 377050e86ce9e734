import { connection } from 'next/server'
import { robotsAnswer } from '@/features/content/api/machines'

export async function GET(): Promise<Response> {
  await connection()
  return robotsAnswer()
}
