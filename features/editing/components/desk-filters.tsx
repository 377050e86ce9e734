import { FilterForm } from '@/components/filter-form'
import { Select } from '@/components/select'
import { TabLinks } from '@/components/tab-links'
import { KINDS } from '@/features/content/schema/kinds'
import type { Desk } from '../queries/texts'
import { type DeskView, RULES, STATES } from '../schema'
import { hrefOf } from './desk-view'
import { KIND_WORDS, LANGUAGE_WORDS, RULE_WORDS, STATE_WORDS } from './words'

/** States as tabs with their counts; kind, language and problem as a form that writes the address. */
export function DeskFilters({ view, counts }: { view: DeskView; counts: Desk['counts'] }) {
  const { page: _, state: current, ...rest } = view
  const all = Object.values(counts.state).reduce((sum, count) => sum + count, 0)
  const counted = (label: string, count = 0) => `${label} (${count})`
  return (
    <>
      <TabLinks
        label="By state"
        links={[
          { href: hrefOf(rest), label: 'All', count: all, current: !current },
          ...STATES.map((state) => ({
            href: hrefOf({ ...rest, state }),
            label: STATE_WORDS[state][1],
            count: counts.state[state],
            current: state === current,
          })),
        ]}
      />
      <FilterForm action="/admin/content" columns="repeat(3, minmax(0, 1fr))">
        {current && <input type="hidden" name="state" value={current} />}
        <Select
          name="kind"
          label="Kind"
          empty="All"
          options={KINDS.map((value) => ({ value, label: counted(KIND_WORDS[value], counts.kind[value]) }))}
          defaultValue={view.kind ?? ''}
        />
        <Select
          name="locale"
          label="Language"
          empty="All"
          options={Object.entries(counts.locale).map(([value, count]) => ({
            value,
            label: counted(LANGUAGE_WORDS[value] ?? value, count),
          }))}
          defaultValue={view.locale ?? ''}
        />
        <Select
          name="problem"
          label="To look at"
          empty="Everything"
          options={(['broken', ...RULES] as const).map((value) => ({
            value,
            label: counted(RULE_WORDS[value], counts.problem[value]),
          }))}
          defaultValue={view.problem ?? ''}
        />
      </FilterForm>
    </>
  )
}
