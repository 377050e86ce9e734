import { FileText } from 'lucide-react'
import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { MaturityShape } from '@/components/maturity-badge'
import { Progress } from '@/components/progress'
import { Skeleton } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { Timeline } from '@/components/timeline'
import type { SpecimenProps } from '../_specimen'

const steps = [
  { label: 'Your talk', href: '#talk' },
  { label: 'You', href: '#you' },
  { label: 'Preview' },
  { label: 'Submit' },
]

export function Progression({ theme }: SpecimenProps) {
  return (
    <>
      <Steps label={`Steps (${theme})`} steps={steps} current={2} />
      <Progress id={`${theme}-reviews`} label="Your reviews" value={42} max={96} />
      <Skeleton title lines={3} />
      <EmptyState
        icon={FileText}
        title="No proposals yet"
        actions={
          <LinkButton href="#start" variant="primary">
            Start one
          </LinkButton>
        }
      >
        <p>
          A proposal is a title, a few sentences, and who you are. It takes about twenty minutes, and it saves itself.
        </p>
      </EmptyState>
      <Timeline
        moments={[
          {
            date: '6 March 2018',
            dateTime: '2018-03-06',
            title: 'Graduated',
            body: 'The first project to do so.',
            mark: <MaturityShape level="graduated" />,
          },
          {
            date: '10 March 2016',
            dateTime: '2016-03-10',
            title: 'Incubating',
            mark: <MaturityShape level="incubating" />,
          },
          { date: '7 June 2014', dateTime: '2014-06-07', title: 'First commit in public' },
        ]}
      />
    </>
  )
}
