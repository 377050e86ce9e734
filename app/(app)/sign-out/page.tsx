import { PageHeader } from '@/components/page-header'
import { SubmitButton } from '@/components/submit-button'
import { signOut } from '@/features/access/actions/sign-in'
import { getActor } from '@/features/access/gate'
import { PersonFrame } from '../_frame/person-frame'

export const metadata = { title: 'Sign out' }

export default async function SignOutPage() {
  const actor = await getActor()
  return (
    <PersonFrame here="/sign-out">
      <div className="form-column">
        <PageHeader look="plain" title="Sign out" />
        {actor.kind === 'person' ? (
          <form action={signOut} className="stack">
            <p>Your session ends here and on the server. Drafts stay as they are.</p>
            <div>
              <SubmitButton>Sign out</SubmitButton>
            </div>
          </form>
        ) : (
          <p>
            You are not signed in. <a href="/">To the front page</a>
          </p>
        )}
      </div>
    </PersonFrame>
  )
}
