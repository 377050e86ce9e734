import type { Place } from '@/features/content/schema/problems'
import type { Found } from '../rules/match'

/** A project with the place of its item in the file. */
export type FoundAt = Found & { place: Place }
