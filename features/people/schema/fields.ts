import { LINK_NAMES, LINKS, type LinkKind } from './handles'

/** What a profile says beside the name. Each field is for all, for the foundation's staff, or for nobody. */
export const FIELDS = [
  'photo',
  'affiliation',
  'bio',
  'pronouns',
  'country',
  'city',
  'languages',
  'expertise',
  'projects',
  'availableToSpeak',
  ...LINKS,
] as const
export type ProfileField = (typeof FIELDS)[number]

export const AUDIENCES = ['all', 'staff', 'nobody'] as const
export type Audience = (typeof AUDIENCES)[number]
export type Audiences = Record<ProfileField, Audience>

/** A whole profile, empty where it says nothing. Codes of countries and languages, slugs of projects. */
export type ProfileValues = {
  photo: string
  affiliation: string
  bio: string
  pronouns: string
  country: string
  city: string
  languages: string[]
  expertise: string[]
  projects: string[]
  availableToSpeak: boolean
} & Record<LinkKind, string>

export const FIELD_NAMES: Record<ProfileField, string> = {
  photo: 'Photo',
  affiliation: 'Organisation',
  bio: 'About you',
  pronouns: 'Pronouns',
  country: 'Country',
  city: 'City',
  languages: 'Languages',
  expertise: 'What you speak about',
  projects: 'Projects',
  availableToSpeak: 'Available to speak',
  ...LINK_NAMES,
}

/** The fields that are typed, as texts. */
export const TYPED = ['name', ...FIELDS.filter((field) => field !== 'photo')] as const
export type TypedField = Exclude<ProfileField, 'photo'> | 'name'
export type ProfileTexts = Record<TypedField, string>

export interface ProfileState {
  values: ProfileTexts
  audiences: Audiences
  version: number
  errors: Record<string, string>
  saved: boolean
  /** What somebody else has saved since: both texts are shown, and saving again takes the form's. */
  theirs: ProfileTexts | null
}

/** What a form with one field answers. */
export interface FieldState {
  value: string
  error: string | null
  done: string | null
}
