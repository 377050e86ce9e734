import type { FileRefusal } from '@/lib/files'
import type { FieldError } from '../schema'

export type AnswerFileRefusal = FileRefusal | 'no-such-question' | 'too-often'
/** A file that was not taken, by the path of its question. */
export interface RefusedFile {
  path: string
  reason: AnswerFileRefusal
}

const FILE_PROBLEMS: Record<AnswerFileRefusal, string> = {
  'too-heavy': 'The file has more than 5 MB. Choose a smaller one',
  empty: 'The file is empty',
  'unknown-kind': 'Choose a PDF, PPTX, ODP, JPEG, PNG, WebP or AVIF file',
  'not-what-it-says': 'The file is not what its name says. Save it anew and try again',
  'broken-picture': 'This picture cannot be read. Save it anew and try again',
  'no-such-question': 'Nothing asks for this file any more',
  'too-often': 'You have sent many files within the hour. Try again later',
}

export const fileErrorsOf = (refused: RefusedFile[]): FieldError[] =>
  refused.map(({ path, reason }) => ({ path, message: FILE_PROBLEMS[reason] }))
