import { PageHeader } from '@/components/page-header'
import { confirmReference } from '@/features/ambassadors/actions/apply'
import { ReferenceForm } from '@/features/ambassadors/components/reference-form'
import { getReference } from '@/features/ambassadors/queries/applications'
import { PersonFrame } from '../../_frame/person-frame'

export const metadata = { title: 'Speak for somebody', robots: { index: false }, referrer: 'same-origin' as const }

type Props = { searchParams: Promise<{ token?: string | string[] }> }

/** Where the mailed link leads. Opening it does nothing: its button confirms, since mail scanners follow links. */
export default async function ReferencePage({ searchParams }: Props) {
  const { token } = await searchParams
  const reference = typeof token === 'string' ? await getReference(token) : null
  if (!reference || typeof token !== 'string')
    return (
      <PersonFrame here="/ambassadors/reference">
        <PageHeader
          look="plain"
          title="This link does not count any more"
          lede="The application that it belongs to is decided or withdrawn, or the link was cut off on its way. Nothing is left for you to do."
        />
      </PersonFrame>
    )
  const applicant = reference.application.person.name
  return (
    <PersonFrame here="/ambassadors/reference">
      <PageHeader
        look="plain"
        title={`Do you speak for ${applicant}?`}
        lede={`${applicant} wants to be an ambassador and names you, ${reference.name}, as somebody who can speak for them.`}
      />
      <ReferenceForm
        action={confirmReference.bind(null, token)}
        applicant={applicant}
        words={reference.words}
        isConfirmed={reference.confirmedAt !== null}
      />
    </PersonFrame>
  )
}
