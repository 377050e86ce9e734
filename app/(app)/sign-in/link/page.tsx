import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/button'
import { PageHeader } from '@/components/page-header'
import { addAccount } from '@/features/access/actions/sign-in'
import { ProviderButtons } from '@/features/access/components/provider-buttons'
import { gatePage } from '@/features/access/gate'
import { safePath } from '@/lib/safe-path'
import { listProviders } from '@/lib/session/providers'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Add a way to sign in' }

type Props = { searchParams: Promise<{ provider?: string; next?: string }> }

export default async function LinkPage({ searchParams }: Props) {
  const { provider: id, next } = await searchParams
  const provider = listProviders().find((provider) => provider.id === id)
  const person = await gatePage('/sign-in/link', '/me/profile')
  if (!provider) notFound()
  return (
    <PersonFrame here="/sign-in">
      <div className="form-column">
        <PageHeader look="plain" title={`Add ${provider.name} to your account?`} />
        <p>
          You are signed in as <strong>{person.name}</strong>
          {person.email && ` (${person.email})`}. After this you can also sign in with {provider.name}. To sign in as
          somebody else, sign out first.
        </p>
        <div className="cluster">
          <ProviderButtons providers={[provider]} action={addAccount} next={safePath(next, '/me/profile')} verb="Add" />
          <LinkButton href="/me/profile">Leave it as it is</LinkButton>
        </div>
      </div>
    </PersonFrame>
  )
}
