import { redirect } from 'next/navigation'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { requestLink, startProvider } from '@/features/access/actions/sign-in'
import { ProviderButtons } from '@/features/access/components/provider-buttons'
import { SignInForm } from '@/features/access/components/sign-in-form'
import { getActor } from '@/features/access/gate'
import { env } from '@/lib/env'
import { safePath } from '@/lib/safe-path'
import { listProviders } from '@/lib/session/providers'
import { PersonFrame } from '../_frame/person-frame'
import { problemOf } from './problems'

export const metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ next?: string | string[]; callbackUrl?: string; error?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const actor = await getActor()
  const { next: wanted, error } = await searchParams
  const next = safePath(wanted)
  if (actor.kind === 'person' && !error) redirect(next)
  const providers = listProviders()
  const canMail = env().SMTP_URL !== undefined || env().isDemo
  const problem = problemOf(error)
  return (
    <PersonFrame here="/sign-in">
      <div className="form-column">
        <PageHeader look="plain" title="Sign in" />
        {problem && (
          <Callout tone="caution" title={problem.title} role="status">
            {problem.advice}
          </Callout>
        )}
        {canMail && <SignInForm action={requestLink} next={next} />}
        {providers.length > 0 && <ProviderButtons providers={providers} action={startProvider} next={next} />}
        {!canMail && providers.length === 0 && (
          <Callout tone="caution" title="Nobody can sign in here yet">
            This installation can neither send mail nor ask a provider. Its operator can make a link with{' '}
            <code>npm run sign-in</code>.
          </Callout>
        )}
        {env().isDemo && (
          <p className="muted">
            This is a demonstration: <a href="/dev/sign-in">sign in as anybody</a> with one press.
          </p>
        )}
      </div>
    </PersonFrame>
  )
}
