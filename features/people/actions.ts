'use server'
import { redirect } from 'next/navigation'
import { action } from '@/features/access/gate'
import { saveProfile as save } from './commands'
import { getProfile } from './queries/profile'
import { Profile, type ProfileState } from './schema'

export const saveProfile = action(
  'saveProfile',
  async (actor, state: ProfileState, form: FormData): Promise<ProfileState> => {
    if (actor.kind !== 'person') redirect('/sign-in?next=/me/profile')
    const field = (name: string) => String(form.get(name) ?? '')
    const values = { name: field('name'), affiliation: field('affiliation'), bio: field('bio') }
    const parsed = Profile.safeParse({ ...values, version: form.get('version') })
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => [String(path[0]), message])
      return { ...state, values, errors: Object.fromEntries(errors), saved: false, theirs: null }
    }
    const outcome = await save(actor, parsed.data)
    if (outcome.ok) return { values, version: outcome.version, errors: {}, saved: true, theirs: null }
    const { name, affiliation, bio, version } = await getProfile(actor.id)
    return { values, version, errors: {}, saved: false, theirs: { name, affiliation, bio } }
  },
)
