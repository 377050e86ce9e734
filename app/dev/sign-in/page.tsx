import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gateDemo } from '@/features/access/gate'
import { ROLE_NAMES, ROLES } from '@/features/access/schema'
import { safePath } from '@/lib/safe-path'

import styles from '../page.module.css'

export const metadata = { title: 'Sign in as anybody', robots: 'noindex' }

type Props = { searchParams: Promise<{ next?: string | string[] }> }

/** One button for each demo role. They post to this very address, which proxy.ts hands to /api/session. */
export default async function DemoSignInPage({ searchParams }: Props) {
  const actor = await gateDemo('/dev/sign-in')
  const { next } = await searchParams
  return (
    <main className={`wrap stack ${styles.page}`}>
      <PageHeader look="plain" title="Sign in as anybody" lede="In a demonstration one press makes you anybody." />
      {actor.kind === 'person' && <Callout>You are {actor.name} now.</Callout>}
      <div className="cluster">
        {ROLES.map((role) => (
          <form key={role} method="post" action="/dev/sign-in">
            <input type="hidden" name="role" value={role} />
            {next !== undefined && <input type="hidden" name="next" value={safePath(next)} />}
            <Button type="submit">{ROLE_NAMES[role]}</Button>
          </form>
        ))}
      </div>
      <p className="muted">
        Mail of this demonstration stays in the <a href="/dev/mailbox">local mailbox</a>.
      </p>
    </main>
  )
}
