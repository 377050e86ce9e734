import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { Breadcrumb } from '@/components/breadcrumb'
import { LinkButton } from '@/components/button'
import { PageHeader, SectionHead } from '@/components/page-header'
import { getActor } from '@/features/access/gate'
import { keepPendingDraft, saveDraft, submitProposal } from '@/features/proposals/actions'
import { CallNotice } from '@/features/proposals/components/call-notice'
import { formWords } from '@/features/proposals/components/form-words'
import { placeOf } from '@/features/proposals/components/kept-typing'
import { OwnList } from '@/features/proposals/components/own-list'
import { PlainText } from '@/features/proposals/components/plain-text'
import { ProposalForm } from '@/features/proposals/components/proposal-form'
import { getOwnAuthor } from '@/features/proposals/queries/author'
import { getProposalForm } from '@/features/proposals/queries/call'
import { getPendingDraft, listOwnProposals } from '@/features/proposals/queries/own'
import { isFormShown, refuseByWindow } from '@/features/proposals/rules'
import { formOf, keptCookie } from '@/features/proposals/schema'
import { PersonFrame } from '../../../_frame/person-frame'

type Props = { params: Promise<{ event: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await getProposalForm((await params).event)
  return { title: form ? `Propose a talk to ${form.event.name}` : 'Not found' }
}

export default async function SubmitPage({ params }: Props) {
  await connection()
  const { event: slug } = await params
  const actor = await getActor()
  const facts = await getProposalForm(slug)
  if (!facts) notFound()
  const { event, call } = facts
  const now = new Date()
  const person = actor.kind === 'person' ? actor : null
  const token = (await cookies()).get(keptCookie(slug, null))?.value
  const kept = token ? await getPendingDraft(token, slug, now) : null
  const own = person ? await listOwnProposals(person, event, now) : []
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: event.name, href: `/events/${slug}` }]} />}
        title="Propose a talk"
        lede={
          person || !isFormShown(call, now)
            ? undefined
            : 'Begin right away. We ask you to sign in when you hand it in, and keep what you type.'
        }
      />
      <div className="form-column">
        <CallNotice {...facts} now={now} />
        {call.guidance && <PlainText>{call.guidance}</PlainText>}
        {own.length > 0 && (
          <section>
            <SectionHead title={`Your proposals to ${event.name}`} />
            <OwnList proposals={own} caption={`Your proposals to ${event.name}`} hideEvent />
          </section>
        )}
        {kept || isFormShown(call, now) ? (
          <>
            {own.length > 0 && <SectionHead title="A new one" />}
            <ProposalForm
              send={(person ? submitProposal : keepPendingDraft).bind(null, slug, null)}
              save={person ? saveDraft.bind(null, slug, null) : null}
              initial={formOf({ content: kept, key: crypto.randomUUID() })}
              place={placeOf(slug, null)}
              savedAt={null}
              choices={event}
              words={formWords(person !== null, refuseByWindow(call, now))}
              author={await getOwnAuthor(event, person ? [person.id] : [], now)}
            />
          </>
        ) : (
          <LinkButton href="/events">See which calls are open</LinkButton>
        )}
      </div>
    </PersonFrame>
  )
}
