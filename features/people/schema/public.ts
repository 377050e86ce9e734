import type { Term } from '@/features/ambassadors/rules'
import type { Links } from './handles'

/** What the public site knows of a person. */
export interface PublicProfile {
  slug: string
  name: string
  affiliation: string | null
  bio: string | null
  pronouns: string | null
  /** ISO 3166-1 */
  country: string | null
  city: string | null
  /** BCP 47 */
  languages: string[]
  expertise: string[]
  availableToSpeak: boolean
  links: Links
  photo: string | null
  projects: { slug: string; name: string; isMaintainer: boolean }[]
  /** That have begun, oldest first. */
  terms: Term[]
  /** Today; null for whoever is and was no ambassador. */
  ambassador: 'current' | 'emeritus' | null
}
