import type { ReactNode } from 'react'
import { AppShell } from '@/components/app-shell'
import { getActor } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import { SignOutButton } from './sign-out-button'
import { frameSite, WORDS } from './site'

/** The frame of forms and of a person's own pages. `here` is the path that is shown. */
export async function PersonFrame({ here, children }: { here: string; children: ReactNode }) {
  const actor = await getActor()
  const isSomebody = actor.kind === 'person'
  const links = [
    { href: '/me', label: 'Your proposals' },
    { href: '/me/posts', label: 'Your posts' },
    { href: '/me/profile', label: 'Profile' },
    ...(isSomebody &&
    actor.bindings.some(({ eventId }) => can(actor, 'get', 'desk', eventId ? { eventId } : 'everywhere'))
      ? [{ href: '/admin', label: 'Back office' }]
      : []),
  ]
  return (
    <AppShell
      site={frameSite()}
      words={WORDS}
      person={isSomebody ? { name: actor.name } : null}
      links={isSomebody ? links.map((link) => ({ ...link, current: link.href === here })) : []}
      signOut={<SignOutButton />}
    >
      <div className="wrap stack" style={{ '--gap': 'var(--space-8)' }}>
        {children}
      </div>
    </AppShell>
  )
}
