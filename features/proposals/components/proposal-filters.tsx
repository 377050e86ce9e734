import { FilterForm } from '@/components/filter-form'
import { Select } from '@/components/select'
import { TabLinks } from '@/components/tab-links'
import { TextField } from '@/components/text-field'
import type { countProposals } from '../queries/committee'
import { STATES, type State } from '../schema'
import { hrefOf, type ListView } from './list-view'

interface Props {
  base: string
  view: ListView
  counts: Awaited<ReturnType<typeof countProposals>>
  choices: { tracks: Choice[]; formats: Choice[] }
}
type Choice = { slug: string; name: string }

const optionOf = ({ slug, name }: Choice) => ({ value: slug, label: name })

const LABELS: Record<State, string> = {
  draft: 'Drafts',
  submitted: 'Undecided',
  accepted: 'Accepted',
  confirmed: 'Confirmed',
  waitlisted: 'Waitlisted',
  rejected: 'Not accepted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  cancelled: 'Cancelled',
}

/** States as tabs with their counts; search, track and format as a form that writes the address. */
export function ProposalFilters({ base, view, counts, choices }: Props) {
  const { state: current, after: _, ...rest } = view
  return (
    <>
      <TabLinks
        label="By state"
        links={[
          { href: hrefOf(base, rest), label: 'All', count: counts.total, current: !current },
          ...STATES.filter((state) => counts.byState[state] > 0 || state === current).map((state) => ({
            href: hrefOf(base, { ...rest, state }),
            label: LABELS[state],
            count: counts.byState[state],
            current: state === current,
          })),
        ]}
      />
      <FilterForm action={base} columns="minmax(12rem, 2fr) minmax(0, 1fr) minmax(0, 1fr)">
        {current && <input type="hidden" name="state" value={current} />}
        {view.sort && <input type="hidden" name="sort" value={view.sort} />}
        <TextField name="q" type="search" label="Search" defaultValue={view.q} />
        <Select
          name="track"
          label="Track"
          empty="All"
          options={choices.tracks.map(optionOf)}
          defaultValue={view.track ?? ''}
        />
        <Select
          name="format"
          label="Format"
          empty="All"
          options={choices.formats.map(optionOf)}
          defaultValue={view.format ?? ''}
        />
      </FilterForm>
    </>
  )
}
