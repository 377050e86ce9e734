import { z } from 'zod'

/** What somebody says of themselves. */
export const Profile = z.object({
  name: z.string().trim().min(1, 'Enter your name').max(120, 'Keep it under 120 characters'),
  affiliation: z.string().trim().max(120, 'Keep it under 120 characters'),
  bio: z.string().trim().max(2_000, 'Keep it under 2,000 characters'),
  /** The version that the form was filled from. */
  version: z.coerce.number().int().min(0),
})
export type Profile = z.infer<typeof Profile>

export interface ProfileState {
  values: { name: string; affiliation: string; bio: string }
  version: number
  errors: Record<string, string>
  saved: boolean
  /** What somebody else has saved since: both texts are shown, and saving again takes the form's. */
  theirs: { name: string; affiliation: string; bio: string } | null
}
