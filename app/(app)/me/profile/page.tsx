import { PageHeader, SectionHead } from '@/components/page-header'
import { removeAccount, startProvider } from '@/features/access/actions/sign-in'
import { WaysToSignIn } from '@/features/access/components/ways-to-sign-in'
import { gatePage } from '@/features/access/gate'
import { listAccounts } from '@/features/access/queries'
import { changeSlug, removePhoto, savePhoto, saveProfile } from '@/features/people/actions'
import { PhotoForm } from '@/features/people/components/photo-form'
import { ProfileForm } from '@/features/people/components/profile-form'
import { SlugForm } from '@/features/people/components/slug-form'
import { getProfile, listProjectNames } from '@/features/people/queries/profile'
import { listFormerSlugs } from '@/features/people/queries/slugs'
import { audiencesOf } from '@/features/people/rules'
import { photoSrc } from '@/features/people/schema/photo'
import { textsOf } from '@/features/people/schema/texts'
import { COUNTRY_CODES, countryName } from '@/lib/countries'
import { listProviders } from '@/lib/session/providers'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Your profile' }

export default async function ProfilePage() {
  const person = await gatePage('/me/profile', '/me/profile')
  const [{ slug, name, email, version, values, withheld }, accounts, projects, former] = await Promise.all([
    getProfile(person.id),
    listAccounts(person.id),
    listProjectNames(),
    listFormerSlugs(person.id),
  ])
  const texts = textsOf(name, values, projects)
  const initial = { values: texts, audiences: audiencesOf(withheld), version, errors: {}, saved: false, theirs: null }
  const countries = COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code, 'en') }))
  return (
    <PersonFrame here="/me/profile">
      <PageHeader
        look="plain"
        title="Your profile"
        lede="What others read of you. Each field is for all, for the foundation’s staff, or for nobody but you."
      />
      <PhotoForm action={savePhoto} remove={removePhoto} name={name} src={photoSrc(values.photo || null, 80)} />
      <ProfileForm
        action={saveProfile}
        initial={initial}
        countries={countries.sort((a, b) => a.label.localeCompare(b.label, 'en'))}
        projects={projects.map((project) => project.name)}
        hasPhoto={values.photo !== ''}
      />
      <section>
        <SectionHead id="address" title="Your page" />
        <SlugForm key={slug} action={changeSlug} slug={slug} former={former} />
      </section>
      <section>
        <SectionHead id="ways" title="Ways to sign in" />
        <WaysToSignIn
          email={email}
          providers={listProviders().map((provider) => ({
            ...provider,
            isJoined: accounts.some((account) => account.provider === provider.id),
          }))}
          add={startProvider}
          remove={removeAccount}
        />
      </section>
    </PersonFrame>
  )
}
