import type { Level } from '@/generated/prisma/enums'

/** What a card shows, in words that any font may lack. */
export interface Face {
  site: string
  kicker: string
  title: string
  detail: string
  level?: Level | null
  accent: string
}
