import { getSite } from '@/features/content/queries/site'

/** What the foundation calls itself in letters. */
export function foundationName(): string {
  return getSite().name.en ?? ''
}
