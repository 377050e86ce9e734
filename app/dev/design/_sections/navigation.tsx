import { Breadcrumb } from '@/components/breadcrumb'
import { Pagination } from '@/components/pagination'
import { TabLinks } from '@/components/tab-links'
import { Tabs } from '@/components/tabs'
import type { SpecimenProps } from '../_specimen'

export function Navigation({ theme }: SpecimenProps) {
  return (
    <>
      <Breadcrumb
        label={`Breadcrumb (${theme})`}
        items={[
          { href: '#events', label: 'Events' },
          { href: '#envoycon', label: 'EnvoyCon 2018' },
          { href: '#programme', label: 'Programme' },
        ]}
      />
      <TabLinks
        label={`Event (${theme})`}
        links={[
          { href: '#overview', label: 'Overview', current: true },
          { href: '#proposals', label: 'Proposals', count: 212 },
          { href: '#reviews', label: 'Reviews', count: 1040 },
          { href: '#schedule', label: 'Schedule' },
        ]}
      />
      <Tabs
        label={`Proposal (${theme})`}
        tabs={[
          { value: 'abstract', label: 'Abstract', content: <p>What the audience reads.</p> },
          { value: 'notes', label: 'Notes', content: <p>What only reviewers read.</p> },
          { value: 'history', label: 'History', content: <p>What has happened to it.</p> },
        ]}
      />
      <Pagination
        page={6}
        pages={12}
        hrefOf={(page) => `#page-${page}`}
        words={{ label: `Pages (${theme})`, previous: 'Newer', next: 'Older', page: 'Page' }}
      />
    </>
  )
}
