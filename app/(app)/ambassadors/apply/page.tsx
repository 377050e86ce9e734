import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { saveApplication, withdrawApplication } from '@/features/ambassadors/actions/apply'
import { ApplicationForm } from '@/features/ambassadors/components/application-form'
import { OwnApplication } from '@/features/ambassadors/components/own-application'
import { getLastDecision, getOwnApplication } from '@/features/ambassadors/queries/applications'
import { termsOf } from '@/features/ambassadors/queries/terms'
import { refuseApplication } from '@/features/ambassadors/rules'
import { applicationValues } from '@/features/ambassadors/schema/values'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Become an ambassador' }

type Props = { searchParams: Promise<{ done?: string }> }

const DONE: Record<string, string> = {
  saved: 'Your application is saved. Hand it in when it is ready.',
  submitted: 'Your application is with us.',
  withdrawn: 'Your application is withdrawn.',
}

export default async function ApplyPage({ searchParams }: Props) {
  const person = await gatePage('/ambassadors/apply', '/ambassadors/apply')
  const [{ done = '' }, application, decided, terms] = await Promise.all([
    searchParams,
    getOwnApplication(person.id),
    getLastDecision(person.id),
    termsOf(person.id),
  ])
  const refusal = refuseApplication(terms, new Date().toISOString().slice(0, 10))
  return (
    <PersonFrame here="/ambassadors/apply">
      <PageHeader
        look="plain"
        title="Become an ambassador"
        lede="Tell us what you do for open source where you live. Others who know you speak for you, and the ambassador team votes."
      />
      {DONE[done] && (
        <Callout tone="positive" role="status">
          {DONE[done]}
        </Callout>
      )}
      {refusal ? (
        <Callout title="You are an ambassador">
          Your term and its renewal are on <a href="/me/ambassador">your page for ambassadors</a>.
        </Callout>
      ) : application?.submittedAt ? (
        <OwnApplication application={application} withdraw={withdrawApplication} />
      ) : (
        <>
          {decided?.decision === 'declined' && (
            <Callout title="Your last application was declined">
              <p>{decided.letter}</p>
              <p>You may apply again.</p>
            </Callout>
          )}
          <ApplicationForm action={saveApplication} initial={{ values: applicationValues(application), errors: {} }} />
        </>
      )}
    </PersonFrame>
  )
}
