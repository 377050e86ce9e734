import type { ReactNode } from 'react'
import { AppShell } from '@/components/app-shell'
import { getActor } from '@/features/access/gate'
import { can } from '@/features/access/rules'
import type { Locale } from '@/lib/i18n/routing'
import { SignOutButton } from './sign-out-button'
import { frameSite, frameWords } from './site'

type Props = {
  /** The path that is shown. */
  here: string
  /** What the page speaks. To visitors its frame speaks the same; a person's own places have English names. */
  locale?: Locale
  children: ReactNode
}

/** The frame of forms and of a person's own pages. */
export async function PersonFrame({ here, locale = 'en', children }: Props) {
  const actor = await getActor()
  const isSomebody = actor.kind === 'person'
  const spoken = isSomebody ? 'en' : locale
  const links = [
    { href: '/me', label: 'Your proposals' },
    { href: '/me/talks', label: 'Your talks' },
    { href: '/me/posts', label: 'Your posts' },
    { href: '/me/profile', label: 'Profile' },
    ...(isSomebody &&
    actor.bindings.some(({ eventId }) => can(actor, 'get', 'desk', eventId ? { eventId } : 'everywhere'))
      ? [{ href: '/admin', label: 'Back office' }]
      : []),
  ]
  return (
    <AppShell
      site={frameSite(spoken)}
      words={frameWords(spoken)}
      lang={spoken === 'en' ? undefined : spoken}
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
