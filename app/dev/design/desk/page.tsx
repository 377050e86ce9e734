import { CalendarDays, FileText, Gavel, House, Mail, Search, Star, Users } from 'lucide-react'
import { AdminShell } from '@/components/admin-shell'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { KeyFigures } from '@/components/key-figures'
import { PageHeader } from '@/components/page-header'
import { NativeSelect } from '@/components/select'
import { Spark } from '@/components/spark'
import { TabLinks } from '@/components/tab-links'
import { gateDemo } from '@/features/access/gate'
import { site, words } from '../_sample'
import { Tables } from '../_sections/tables'

const navigation = [
  { links: [{ href: '/admin', label: 'Today', icon: House, count: 4 }] },
  {
    title: 'EnvoyCon 2018',
    links: [
      { href: '/admin/proposals', label: 'Proposals', icon: FileText, count: 212, current: true },
      { href: '/admin/review', label: 'Review', icon: Star, count: 54 },
      { href: '/admin/decisions', label: 'Decisions', icon: Gavel },
      { href: '/admin/schedule', label: 'Schedule', icon: CalendarDays },
      { href: '/admin/mail', label: 'Mail', icon: Mail },
      { href: '/admin/team', label: 'Team', icon: Users },
    ],
  },
]

export default async function DeskPage() {
  await gateDemo('/dev/design/desk')
  return (
    <AdminShell
      site={site}
      words={words}
      navigation={navigation}
      scope={
        <NativeSelect
          id="event"
          name="event"
          aria-label="Event"
          options={[{ value: 'envoycon-2018', label: 'EnvoyCon 2018' }]}
        />
      }
      tools={
        <Button size="small" icon={<Icon of={Search} />}>
          Go to <kbd>⌘K</kbd>
        </Button>
      }
      person={<Avatar name="Mina Okafor" size={28} labelled />}
    >
      <PageHeader look="plain" title="Proposals" actions={<Button variant="primary">Decide on selected</Button>} />
      <KeyFigures
        figures={[
          { value: '212', label: 'submitted', plot: <Spark values={[1, 4, 9, 20, 60, 118]} label="Rising" /> },
          { value: '4.9', label: 'reviews each' },
          { value: '54', label: 'without a review' },
          { value: '31%', label: 'first-time speakers' },
          { value: '9', label: 'days left' },
        ]}
      />
      <TabLinks
        label="Views"
        links={[
          { href: '#all', label: 'All', count: 212, current: true },
          { href: '#mine', label: 'Assigned to me', count: 18 },
          { href: '#flagged', label: 'Flagged', count: 3 },
        ]}
      />
      <Tables theme="light" />
    </AdminShell>
  )
}
