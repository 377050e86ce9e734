import { Checkbox, CheckboxGroup } from '@/components/checkbox'
import { RadioGroup } from '@/components/radio-group'
import type { SpecimenProps } from '../_specimen'

const levels = [
  { value: 'new', label: 'New to it', hint: 'Nothing needs to be known before.' },
  { value: 'used', label: 'Uses it', hint: 'Has run it in production for a while.' },
  { value: 'builds', label: 'Builds it', hint: 'Knows the code, or wants to.' },
]
const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
  { value: 'de', label: 'Deutsch', disabled: true },
]

export function Choices({ theme }: SpecimenProps) {
  return (
    <>
      <RadioGroup name={`${theme}-level`} label="Who it is for" options={levels} layout="cards" defaultValue="used" />
      <RadioGroup
        name={`${theme}-score`}
        label="Relevance"
        hint="Would people of this event come for it?"
        layout="inline"
        options={['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
        error="Choose a score, or abstain"
      />
      <CheckboxGroup
        name={`${theme}-spoken`}
        label="Spoken languages"
        note="optional"
        options={languages}
        defaultValue={['en']}
      />
      <Checkbox
        name={`${theme}-consent`}
        label="I follow the code of conduct"
        hint={
          <>
            It is <a href="#code">one page long</a>.
          </>
        }
        error="Without this we cannot take the proposal"
      />
      <Checkbox name={`${theme}-first`} label="This is my first talk" defaultChecked />
    </>
  )
}
