import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { Breadcrumb } from '@/components/breadcrumb'
import { LinkButton } from '@/components/button'
import { PageHeader, SectionHead } from '@/components/page-header'
import { getActor } from '@/features/access/gate'
import { CallTabs } from '@/features/calls/components/call-tabs'
import { CodeForm } from '@/features/calls/components/code-form'
import { findCode } from '@/features/calls/queries/calls'
import { refuseByCall, shutBy, windowFor } from '@/features/calls/rules/windows'
import { callName } from '@/features/calls/schema/call'
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
import { isFormShown } from '@/features/proposals/rules'
import { formOf, keptCookie } from '@/features/proposals/schema'
import { PersonFrame } from '../../../_frame/person-frame'

type Props = { params: Promise<{ event: string }>; searchParams: Promise<{ call?: string; code?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const form = await getProposalForm((await params).event)
  return { title: form ? `Propose to ${form.event.name}` : 'Not found' }
}

export default async function SubmitPage({ params, searchParams }: Props) {
  await connection()
  const { event: slug } = await params
  const asked = await searchParams
  const actor = await getActor()
  const facts = await getProposalForm(slug, { kind: oneOf(asked.call) })
  if (!facts) notFound()
  const { event, call, calls, choices } = facts
  const now = new Date()
  const person = actor.kind === 'person' ? actor : null
  const token = (await cookies()).get(keptCookie(slug, null))?.value
  const kept = token ? await getPendingDraft(token, slug, now) : null
  const accessCode = kept?.accessCode || oneOf(asked.code) || ''
  const found = await findCode(call.id, accessCode)
  const code = found && { ...found, isUsedHere: false }
  const isShown = kept !== null || found !== null || isFormShown({ ...call, ...windowFor(call, null) }, now)
  const place = {
    isSignedIn: person !== null,
    now,
    files: [],
    asksForCode:
      call.byInvitation || accessCode !== '' || refuseByCall(call, { format: null, code: null, now }) !== null,
  }
  const own = person ? await listOwnProposals(person, event, now) : []
  return (
    <PersonFrame here="">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: event.name, href: `/events/${slug}` }]} />}
        title={calls.length > 1 ? `Propose: ${callName(call)}` : 'Propose a talk'}
        lede={
          person || !isShown
            ? undefined
            : 'Begin right away. We ask you to sign in when you hand it in, and keep what you type.'
        }
      />
      <div className="form-column">
        {calls.length > 1 && <CallTabs calls={calls} current={call.kind} eventSlug={slug} />}
        <CallNotice call={call} choices={choices} code={code} now={now} />
        {call.guidance && <PlainText>{call.guidance}</PlainText>}
        {own.length > 0 && (
          <section>
            <SectionHead title={`Your proposals to ${event.name}`} />
            <OwnList proposals={own} caption={`Your proposals to ${event.name}`} hideEvent />
          </section>
        )}
        {isShown ? (
          <>
            {own.length > 0 && <SectionHead title="A new one" />}
            <ProposalForm
              send={(person ? submitProposal : keepPendingDraft).bind(null, slug, null)}
              save={person ? saveDraft.bind(null, slug, null) : null}
              initial={formOf({ content: { ...kept, call: call.kind, accessCode }, key: crypto.randomUUID() })}
              place={placeOf(slug, null)}
              facts={place}
              savedAt={null}
              choices={choices}
              words={formWords(person !== null, shutBy(refuseByCall(call, { format: null, code, now })))}
              author={await getOwnAuthor(event, person ? [person.id] : [], now)}
            />
          </>
        ) : (
          <>
            <CodeForm kind={call.kind} />
            <LinkButton href="/events">See which calls are open</LinkButton>
          </>
        )}
      </div>
    </PersonFrame>
  )
}

/** A parameter that was given twice is none. */
const oneOf = (value: unknown) => (typeof value === 'string' ? value : null)
