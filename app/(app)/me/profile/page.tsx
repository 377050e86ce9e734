import { PageHeader, SectionHead } from '@/components/page-header'
import { removeAccount, startProvider } from '@/features/access/actions/sign-in'
import { WaysToSignIn } from '@/features/access/components/ways-to-sign-in'
import { gatePage } from '@/features/access/gate'
import { listAccounts } from '@/features/access/queries'
import { saveProfile } from '@/features/people/actions'
import { ProfileForm } from '@/features/people/components/profile-form'
import { getProfile } from '@/features/people/queries/profile'
import { listProviders } from '@/lib/session/providers'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Your profile' }

export default async function ProfilePage() {
  const person = await gatePage('/me/profile', '/me/profile')
  const [{ name, affiliation, bio, version, email }, accounts] = await Promise.all([
    getProfile(person.id),
    listAccounts(person.id),
  ])
  const initial = { values: { name, affiliation, bio }, version, errors: {}, saved: false, theirs: null }
  return (
    <PersonFrame here="/me/profile">
      <PageHeader look="plain" title="Your profile" lede="What others read of you." />
      <ProfileForm action={saveProfile} initial={initial} />
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
