'use server'
import { redirect } from 'next/navigation'
import { action } from '@/features/access/gate'
import { setMaintained as maintain } from './commands/maintained'
import { removePhoto as remove, savePhoto as save } from './commands/photo'
import * as profiles from './commands/profile'
import { changeSlug as change } from './commands/slug'
import { findProjects, getProfile, listProjectNames } from './queries/profile'
import { findPersonId } from './queries/staff'
import { Audience, Profile, wordsOf } from './schema'
import { type Audiences, FIELDS, type FieldState, type ProfileState, type ProfileTexts, TYPED } from './schema/fields'
import { PHOTO_REFUSALS, SLUG_REFUSALS, TAKEN_HANDLE } from './schema/refusals'
import { textsOf } from './schema/texts'

const HERE = '/sign-in?next=/me/profile'

export const saveProfile = action(
  'saveProfile',
  async (actor, state: ProfileState, form: FormData): Promise<ProfileState> => {
    if (actor.kind !== 'person') redirect(HERE)
    const texts = TYPED.map((field) => [field, String(form.get(field) ?? '')])
    const values = Object.fromEntries(texts) as ProfileTexts // TYPED names every one
    const chosen = FIELDS.map((field) => [field, Audience.parse(form.get(`audience-${field}`))])
    const audiences = Object.fromEntries(chosen) as Audiences // FIELDS names every one
    const refused = (errors: Record<string, string>) => ({
      ...{ ...state, values, audiences, saved: false, theirs: null },
      errors,
    })

    const parsed = Profile.safeParse({ ...values, version: form.get('version') })
    const projects = await findProjects(parsed.data?.projects ?? [])
    const unknown = projects.unknown.length > 0 && `No project of ours is called ${projects.unknown.join(' or ')}`
    const problems = parsed.error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? []
    if (!parsed.success || unknown)
      return refused({ ...Object.fromEntries(problems), ...(unknown ? { projects: unknown } : {}) })

    const { name, version, ...rest } = parsed.data
    const slugs = [...new Set(projects.found.map(({ slug }) => slug))]
    const outcome = await profiles.saveProfile(actor, {
      ...{ name, version, audiences },
      values: { ...rest, projects: slugs },
    })
    if (outcome.ok) return { values, audiences, version: outcome.version, errors: {}, saved: true, theirs: null }
    if (outcome.reason === 'handle-taken')
      return refused(Object.fromEntries(outcome.taken.map((kind) => [kind, TAKEN_HANDLE])))
    const [now, names] = await Promise.all([getProfile(actor.id), listProjectNames()])
    return { ...refused({}), version: now.version, theirs: textsOf(now.name, now.values, names) }
  },
)

export const savePhoto = action('savePhoto', async (actor, _: FieldState, form: FormData): Promise<FieldState> => {
  if (actor.kind !== 'person') redirect(HERE)
  const file = form.get('photo')
  const nothing = { value: '', done: null }
  if (!(file instanceof File) || file.size === 0) return { ...nothing, error: 'Choose a picture first' }
  const outcome = await save(actor, new Uint8Array(await file.arrayBuffer()))
  if (!outcome.ok) return { ...nothing, error: PHOTO_REFUSALS[outcome.reason] }
  return { value: '', error: null, done: 'Your photo is saved.' }
})

export const removePhoto = action('removePhoto', async (actor): Promise<void> => {
  if (actor.kind !== 'person') redirect(HERE)
  await remove(actor)
  redirect('/me/profile')
})

export const changeSlug = action('changeSlug', async (actor, _: FieldState, form: FormData): Promise<FieldState> => {
  if (actor.kind !== 'person') redirect(HERE)
  return slugAnswer(await change(actor, actor.id, wanted(form)), wanted(form))
})

export const changeSlugOf = action(
  'changeSlugOf',
  async (actor, slug: string, _: FieldState, form: FormData): Promise<FieldState> => {
    if (actor.kind !== 'person') redirect(HERE)
    const id = await findPersonId(slug)
    const outcome = id ? await change(actor, id, wanted(form)) : { ok: false as const, reason: 'not-found' as const }
    if (outcome.ok) redirect(`/admin/people/${outcome.slug}?done=slug`)
    return slugAnswer(outcome, wanted(form))
  },
)

function wanted(form: FormData): string {
  return String(form.get('slug') ?? '')
    .trim()
    .toLowerCase()
}

function slugAnswer(outcome: Awaited<ReturnType<typeof change>>, value: string): FieldState {
  if (outcome.ok) return { value: outcome.slug, error: null, done: 'The address has changed. The old one leads to it.' }
  return { value, error: SLUG_REFUSALS[outcome.reason], done: null }
}

export const setMaintained = action(
  'setMaintained',
  async (actor, slug: string, _: FieldState, form: FormData): Promise<FieldState> => {
    if (actor.kind !== 'person') redirect(HERE)
    const value = String(form.get('projects') ?? '')
    const [id, { found, unknown }] = await Promise.all([findPersonId(slug), findProjects(wordsOf(value))])
    if (unknown.length > 0) return { value, error: `No project of ours is called ${unknown.join(' or ')}`, done: null }
    if (!id) return { value, error: 'This person is not there any more', done: null }
    await maintain(
      actor,
      id,
      found.map((project) => project.slug),
    )
    redirect(`/admin/people/${slug}?done=maintained`)
  },
)
