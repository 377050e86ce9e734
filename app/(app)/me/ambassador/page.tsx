import { Callout } from '@/components/callout'
import { PageHeader } from '@/components/page-header'
import { gatePage } from '@/features/access/gate'
import { renewTerm } from '@/features/ambassadors/actions/apply'
import { OwnTerms } from '@/features/ambassadors/components/own-terms'
import { termsOf } from '@/features/ambassadors/queries/terms'
import { REFUSALS } from '@/features/ambassadors/schema'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Your term as an ambassador' }

type Props = { searchParams: Promise<{ done?: string; problem?: string }> }

export default async function OwnTermPage({ searchParams }: Props) {
  const person = await gatePage('/me/ambassador', '/me/ambassador')
  const [{ done, problem }, terms] = await Promise.all([searchParams, termsOf(person.id)])
  return (
    <PersonFrame here="/me/ambassador">
      <PageHeader look="plain" title="Your term as an ambassador" />
      {done && (
        <Callout tone="positive" role="status">
          Your term is renewed. Thank you for going on.
        </Callout>
      )}
      {problem && REFUSALS[problem] && <Callout tone="caution">{REFUSALS[problem]}</Callout>}
      <OwnTerms terms={terms} today={new Date().toISOString().slice(0, 10)} renew={renewTerm} slug={person.slug} />
    </PersonFrame>
  )
}
