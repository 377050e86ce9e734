import { z } from 'zod'
import type { FileRefusal } from '@/lib/files'
import { oneLine } from '@/lib/text'

/** What a file beside a session is called. */
export const FileTitle = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'Say what it is').max(120, 'That is longer than 120 characters'))
export const FileAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'Give an address that begins with https://' })
  .max(2_000)

const KINDS: Record<Exclude<FileRefusal, 'too-heavy'> | 'too-often', string> = {
  empty: 'The file is empty',
  'unknown-kind': 'Choose a PDF, PPTX, ODP, JPEG, PNG, WebP or AVIF file',
  'not-what-it-says': 'The file is not what its name says. Save it anew and try again',
  'broken-picture': 'This picture cannot be read. Save it anew and try again',
  'too-often': 'You have sent many files within the hour. Try again later',
}

/** Why a file is not put beside a session. */
export const SESSION_FILE_PROBLEMS: Record<FileRefusal | 'not-found' | 'too-often' | 'too-many', string> = {
  ...KINDS,
  'too-heavy': 'The file has more than 5 MB. Choose a smaller one, or give its address',
  'not-found': 'This proposal is not there any more',
  'too-many': 'There are ten already: remove one first',
}

/** Why a file is no answer. */
export const ANSWER_FILE_PROBLEMS: Record<FileRefusal | 'no-such-question' | 'too-often', string> = {
  ...KINDS,
  'too-heavy': 'The file has more than 5 MB. Choose a smaller one',
  'no-such-question': 'Nothing asks for this file any more',
}
