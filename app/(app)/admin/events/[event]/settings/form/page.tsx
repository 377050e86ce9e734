import { notFound } from 'next/navigation'
import { Breadcrumb } from '@/components/breadcrumb'
import { Button, LinkButton } from '@/components/button'
import { Callout } from '@/components/callout'
import { PageHeader, SectionHead } from '@/components/page-header'
import { Select } from '@/components/select'
import { gateEventPage } from '@/features/access/gate'
import { copyForm, moveQuestion, removeQuestion, saveQuestion } from '@/features/calls/actions'
import { questionValues } from '@/features/calls/components/builder-values'
import { conditionGroups } from '@/features/calls/components/builder-words'
import { QuestionForm } from '@/features/calls/components/question-form'
import { QuestionList } from '@/features/calls/components/question-list'
import { getFormSettings, listCopySources } from '@/features/calls/queries/settings'
import { QUESTION_REFUSALS, refusalWords } from '@/features/calls/rules/refusals'
import { callName } from '@/features/calls/schema/call'
import { zoneName } from '@/lib/time-words'
import { AdminFrame } from '../../../../../_frame/admin-frame'

export const metadata = { title: 'Form' }

type Says = { edit?: string; done?: string; problem?: string; count?: string }
type Props = { params: Promise<{ event: string }>; searchParams: Promise<Says> }

const DONE: Record<string, string> = {
  added: 'The question is added.',
  changed: 'The question is changed.',
  moved: 'The question is moved.',
  removed: 'The question is removed.',
  copied: 'What this event did not have is copied. Look at the dates and conditions.',
}

export default async function FormPage({ params, searchParams }: Props) {
  const { event: slug } = await params
  const base = `/admin/events/${slug}/settings`
  const { actor, event } = await gateEventPage('/admin/events/[event]/settings/form', slug, `${base}/form`)
  const says = await searchParams
  const [settings, sources] = await Promise.all([getFormSettings(event), listCopySources(actor, event)])
  const { questions, formVersion: version, formats, tracks, levels, tags, languages } = settings
  const editing = says.edit ? questions.find(({ key }) => key === says.edit) : null
  if (editing === undefined) notFound()
  const calls = settings.calls.map((call) => ({ value: call.kind, label: callName(call) }))
  const problem = refusalWords(QUESTION_REFUSALS, says.problem)
  const done = DONE[says.done ?? '']
  return (
    <AdminFrame actor={actor} event={event} here="/admin/events/[event]/settings">
      <PageHeader
        look="plain"
        breadcrumb={<Breadcrumb items={[{ label: 'Settings', href: base }]} />}
        title="Form"
        lede="What is asked beside title, abstract, format and track. Speakers see it as in the preview."
        actions={<LinkButton href={`/events/${slug}/submit`}>Open the speakers’ form</LinkButton>}
      />
      {problem && <Callout tone="caution" role="status" title={problem} />}
      {done && <Callout tone="positive" role="status" title={done} />}
      <QuestionList
        questions={questions}
        version={version}
        timeZone={event.timeZone}
        base={`${base}/form`}
        names={{ call: calls, format: choices(formats), track: choices(tracks), level: choices(levels) }}
        move={moveQuestion.bind(null, slug)}
        remove={removeQuestion.bind(null, slug)}
      />
      <section id="question">
        <SectionHead
          title={editing ? 'Change the question' : 'A new question'}
          aside={editing && <a href={`${base}/form#question`}>Write a new one</a>}
        />
        <QuestionForm
          key={`${editing?.key} ${version}`}
          action={saveQuestion.bind(null, slug, editing?.key ?? null)}
          question={editing}
          values={questionValues(editing, event.timeZone)}
          questions={questions}
          conditions={conditionGroups(settings, editing?.key ?? null)}
          calls={calls}
          choices={{ formats, tracks, levels, tags, languages, projects: [], calls }}
          version={version}
          timeZone={event.timeZone}
          zoneName={zoneName(new Date(), event.timeZone, 'en')}
        />
      </section>
      {sources.length > 0 && (
        <section>
          <SectionHead title="Copy from an earlier event" />
          <form action={copyForm.bind(null, slug)} className="form-column">
            <Select
              name="from"
              label="Event"
              hint="Its formats, tracks, levels, tags and questions that this event does not have. Dates move with the first day."
              options={sources.map((source) => ({ value: source.slug, label: source.name }))}
            />
            <div>
              <Button type="submit">Copy</Button>
            </div>
          </form>
        </section>
      )}
    </AdminFrame>
  )
}

const choices = (all: { slug: string; name: string }[]) => all.map(({ slug, name }) => ({ value: slug, label: name }))
