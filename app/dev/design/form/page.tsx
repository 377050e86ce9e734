import { AppShell } from '@/components/app-shell'
import { Button } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { RadioGroup } from '@/components/radio-group'
import { Steps } from '@/components/steps'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import { gateDemo } from '@/features/access/gate'
import { site, words } from '../_sample'

const formats = [
  { value: 'talk', label: 'Talk', hint: '35 minutes, with questions' },
  { value: 'lightning', label: 'Lightning talk', hint: '5 minutes, no questions' },
]

export default async function FormPage() {
  await gateDemo('/dev/design/form')
  return (
    <AppShell
      site={site}
      words={words}
      person={{ name: 'Mina Okafor' }}
      links={[
        { href: '/me', label: 'My talks', current: true },
        { href: '/me/profile', label: 'Profile' },
        { href: '/me/calendar', label: 'Calendar' },
      ]}
      signOut={
        <Button variant="quiet" size="small">
          Sign out
        </Button>
      }
    >
      <div className="wrap">
        <PageHeader look="plain" kicker="EnvoyCon 2018" title="Propose a talk" />
        <form className="form-column">
          <Steps label="Steps" current={0} steps={[{ label: 'Your talk' }, { label: 'You' }, { label: 'Preview' }]} />
          <Callout title="Open for nine more days">Until Thursday, 20 November, 18:00 in Seattle.</Callout>
          <TextField name="title" label="Title" hint="People decide by the title. Plain words win." />
          <TextArea name="abstract" label="Abstract" rows={7} limit={1200} hint="It is printed in the programme." />
          <RadioGroup name="format" label="Format" layout="cards" options={formats} defaultValue="talk" />
          <TextArea
            name="notes"
            label="Notes for reviewers"
            note="optional"
            hint="Don't name yourself here."
            rows={3}
          />
          <div className="cluster">
            <Button variant="primary" size="large">
              Save and go on
            </Button>
            <span className="small muted">Draft saved at 14:32</span>
          </div>
        </form>
      </div>
    </AppShell>
  )
}
