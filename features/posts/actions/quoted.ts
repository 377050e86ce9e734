'use server'
import { redirect } from 'next/navigation'
import { action } from '@/features/access/gate'
import { answerQuote as answer } from '../commands/quotes'
import { LIMITS, wordsOf } from '../schema'

/** The word of a quoted person, who has no account: their link is what lets them in. */
export const answerQuote = action('answerQuote', async (_, token: string, form: FormData) => {
  const said = form.get('answer')
  const page = `/quotes/${encodeURIComponent(token)}`
  if (said !== 'approved' && said !== 'refused') redirect(page)
  await answer(token, said, wordsOf(form.get('remark'), LIMITS.remark), new Date())
  redirect(page)
})
