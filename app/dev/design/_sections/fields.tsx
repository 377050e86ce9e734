import { Combobox } from '@/components/combobox'
import { DateTimeField } from '@/components/date-time-field'
import { FileField } from '@/components/file-field'
import { Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { SpecimenProps } from '../_specimen'

const countries = ['Brazil', 'China', 'Germany', 'Ghana', 'India', 'Japan', 'Kenya', 'Netherlands', 'United States']
const formats = [
  { value: 'talk', label: 'Talk, 35 minutes' },
  { value: 'lightning', label: 'Lightning talk, 5 minutes' },
  { value: 'tutorial', label: 'Tutorial, 90 minutes', disabled: true },
]

export function Fields({ theme }: SpecimenProps) {
  return (
    <>
      <TextField
        name={`${theme}-title`}
        label="Title"
        hint="Say what people will take home."
        placeholder="In one line"
      />
      <TextField
        name={`${theme}-email`}
        type="email"
        label="E-mail"
        error="Write an address such as name@example.org"
        defaultValue="mina@"
      />
      <TextField
        name={`${theme}-length`}
        type="number"
        label="Length"
        note="optional"
        suffix="minutes"
        defaultValue={35}
      />
      <TextField
        name={`${theme}-code`}
        label="Code"
        readOnly
        defaultValue="K7QW2F"
        hint="Given by us; it never changes."
      />
      <TextField name={`${theme}-off`} label="Company" disabled defaultValue="Not asked in this call" />
      <TextArea
        name={`${theme}-abstract`}
        label="Abstract"
        limit={400}
        defaultValue="What happens between a pod being scheduled and a packet reaching it, told from the packet's side."
      />
      <Select name={`${theme}-format`} label="Format" options={formats} empty="Choose one" />
      <Combobox
        name={`${theme}-country`}
        label="Country"
        empty="Not said"
        options={countries.map((name) => ({ value: name.toLowerCase().replaceAll(' ', '-'), label: name }))}
      />
      <DateTimeField
        name={`${theme}-closes`}
        label="Call closes"
        zone="Seattle time, UTC−8"
        defaultValue="2026-11-20T18:00"
      />
      <FileField
        name={`${theme}-slides`}
        label="Slides"
        hint="PDF, at most 20 MB."
        accept="application/pdf"
        current={{ name: 'first-draft.pdf', href: '#slides', size: '1.8 MB' }}
      />
    </>
  )
}
