import {
  CalendarDays,
  CalendarRange,
  ChartNoAxesColumn,
  Files,
  FileText,
  Gavel,
  Globe,
  House,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Mail,
  MailQuestion,
  PenLine,
  Settings,
  Split,
  Star,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { AdminShell } from '@/components/admin-shell'
import { Avatar } from '@/components/avatar'
import { refuse } from '@/features/access/rules'
import type { AuthorizedEvent, Person } from '@/features/access/schema'
import { PAGES, type PagePath } from '@/features/access/table'
import { AdminPalette } from '@/features/search/components/admin-palette'
import { env } from '@/lib/env'
import { SignOutButton } from './sign-out-button'
import { frameSite, WORDS } from './site'

type Place = [path: PagePath, label: string, icon: LucideIcon]

const EVERYWHERE: Place[] = [
  ['/admin', 'Today', House],
  ['/admin/events', 'Events', CalendarRange],
  ['/admin/content', 'Content', Files],
  ['/admin/content/posts', 'Guest posts', PenLine],
  ['/admin/ambassadors', 'Ambassadors', Globe],
  ['/admin/access', 'Access', KeyRound],
]
const IN_EVENT: Place[] = [
  ['/admin/events/[event]', 'Overview', House],
  ['/admin/events/[event]/proposals', 'Proposals', FileText],
  ['/admin/events/[event]/review', 'Review', Star],
  ['/admin/events/[event]/assignments', 'Assignments', Split],
  ['/admin/events/[event]/decisions', 'Decisions', Gavel],
  ['/admin/events/[event]/answers', 'Answers', MailQuestion],
  ['/admin/events/[event]/statistics', 'Statistics', ChartNoAxesColumn],
  ['/admin/events/[event]/schedule', 'Schedule', CalendarDays],
  ['/admin/events/[event]/mail', 'Mail', Mail],
  ['/admin/events/[event]/team', 'Team', Users],
  ['/admin/events/[event]/settings/review', 'Rounds and criteria', ListChecks],
  ['/admin/events/[event]/settings', 'Settings', Settings],
]

type Props = { actor: Person; event?: AuthorizedEvent; here: PagePath; children: ReactNode }

/** The frame of the back office. Its navigation is the access table's: what would be refused is not offered. */
export function AdminFrame({ actor, event, here, children }: Props) {
  const open = (places: Place[]) =>
    places
      .filter(([path]) => refuse(PAGES[path], actor, event?.id ?? null, env().isDemo) === null)
      .map(([path, label, icon]) => ({
        href: path.replace('[event]', event?.slug ?? ''),
        label,
        icon,
        current: path === here,
      }))
  const navigation = [{ links: open(EVERYWHERE) }, ...(event ? [{ title: event.name, links: open(IN_EVENT) }] : [])]
  const places = navigation.flatMap(({ title, links }) =>
    links.map(({ href, label }) => ({ href, label, group: 'Pages', ...(title ? { hint: title } : {}) })),
  )
  return (
    <AdminShell
      site={frameSite()}
      words={{ ...WORDS, navigation: 'Back office' }}
      navigation={navigation.filter(({ links }) => links.length > 0)}
      tools={<AdminPalette places={places} />}
      person={
        <>
          <a href="/me" aria-label={`Your pages, ${actor.name}`}>
            <Avatar name={actor.name} size={28} />
          </a>
          <SignOutButton />
        </>
      }
    >
      {children}
    </AdminShell>
  )
}
