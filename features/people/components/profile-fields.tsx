import type { ReactNode } from 'react'
import { Checkbox } from '@/components/checkbox'
import { NativeSelect, Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { FIELD_NAMES, type ProfileField, type ProfileState, type TypedField } from '../schema/fields'
import { LINK_NAMES, LINKS } from '../schema/handles'
import styles from './profile-fields.module.css'

type Props = {
  state: ProfileState
  countries: { value: string; label: string }[]
  projects: string[]
  hasPhoto: boolean
}

const AUDIENCE_OPTIONS = [
  { value: 'all', label: 'For all' },
  { value: 'staff', label: 'For the foundation’s staff' },
  { value: 'nobody', label: 'For nobody' },
]

/** Every field of a profile, each with the choice of who may see it. */
export function ProfileFields({ state, countries, projects, hasPhoto }: Props) {
  const { values, errors } = state
  const common = (name: TypedField) => ({ name, defaultValue: values[name], error: errors[name], note: 'optional' })
  const seen = (field: ProfileField) => ({ field, state })
  return (
    <>
      <Seen {...seen('affiliation')}>
        <TextField label="Organisation" autoComplete="organization" maxLength={120} {...common('affiliation')} />
      </Seen>
      <Seen {...seen('bio')}>
        <TextArea label="About you" hint="A few sentences, shown with your talks." limit={2_000} {...common('bio')} />
      </Seen>
      <Seen {...seen('pronouns')}>
        <TextField label="Pronouns" maxLength={40} {...common('pronouns')} />
      </Seen>
      <Seen {...seen('country')}>
        <Select label="Country" options={countries} empty="Not said" {...common('country')} />
      </Seen>
      <Seen {...seen('city')}>
        <TextField label="City" maxLength={80} {...common('city')} />
      </Seen>
      <Seen {...seen('languages')}>
        <TextField label="Languages" hint="That you speak, with commas between." {...common('languages')} />
      </Seen>
      <Seen {...seen('expertise')}>
        <TextField
          label="What you speak about"
          hint="A few words each, with commas between."
          {...common('expertise')}
        />
      </Seen>
      <Seen {...seen('projects')}>
        <TextField
          label="Projects"
          hint={`That you work with, with commas between${projects[0] ? `: ${projects.slice(0, 2).join(', ')}` : ''}.`}
          {...common('projects')}
        />
      </Seen>
      <Seen {...seen('availableToSpeak')}>
        <Checkbox
          name="availableToSpeak"
          label="I am available to speak"
          hint="Organisers who look for speakers find you by it."
          defaultChecked={values.availableToSpeak === 'on'}
        />
      </Seen>
      {LINKS.map((kind) => (
        <Seen key={kind} {...seen(kind)}>
          <TextField label={LINK_NAMES[kind]} hint={HINTS[kind]} spellCheck={false} {...common(kind)} />
        </Seen>
      ))}
      {hasPhoto ? (
        <Seen {...seen('photo')}>
          <p>Your photo</p>
        </Seen>
      ) : (
        <input type="hidden" name="audience-photo" value={state.audiences.photo} />
      )}
    </>
  )
}

const HINTS: Partial<Record<(typeof LINKS)[number], string>> = {
  mastodon: 'Such as @ada@example.social.',
  linkedin: 'The address of your page, or what follows /in/ in it.',
}

/** A field, and who may see it. */
function Seen({ field, state, children }: { field: ProfileField; state: ProfileState; children: ReactNode }) {
  return (
    <div className={styles.seen}>
      {children}
      <NativeSelect
        id={`audience-${field}`}
        name={`audience-${field}`}
        aria-label={`Who may see: ${FIELD_NAMES[field]}`}
        options={AUDIENCE_OPTIONS}
        defaultValue={state.audiences[field]}
      />
    </div>
  )
}
