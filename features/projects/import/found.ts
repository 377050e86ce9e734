import type { Place } from '@/features/content/schema/problems'
import type { Found } from '../rules/match'

/** A project with the place of its item in the file. */
export interface FoundAt extends Found {
  place: Place
  /** Where each of its audits stands, in their order. */
  audits: Place[]
}
