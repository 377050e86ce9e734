import { CheckboxGroup } from '@/components/checkbox'
import { Combobox } from '@/components/combobox'
import { RadioGroup } from '@/components/radio-group'
import { Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { FileFacts } from '@/features/calls/components/question-field'
import { QuestionFields } from '@/features/calls/components/question-fields'
import type { Question } from '@/features/calls/schema/question'
import { type FieldError, MOST_PROJECTS, type TypedContent } from '../schema'
import { CoSpeakers } from './co-speakers'

interface Choice {
  slug: string
  name: string
}

export interface FormChoices {
  formats: (Choice & { minutes: number })[]
  tracks: Choice[]
  levels: Choice[]
  languages: string[]
  tags: Choice[]
  projects: Choice[]
  questions: Question[]
  /** The kind of the call. */
  call: string
}

/** What of the form is not typed: whose it is, and when it is shown. */
export interface FormPlace {
  isSignedIn: boolean
  now: Date
  /** The files that its answers name. */
  files: FileFacts[]
  /** Ask for an access code: the call takes nothing without one, or one is there. */
  asksForCode: boolean
}

type Props = { content: TypedContent; errors: FieldError[]; choices: FormChoices; place: FormPlace }

const optionOf = ({ slug, name }: Choice) => ({ value: slug, label: name })

/** What is asked of a proposal, one thing after another. */
export function ProposalFields({ content, errors, choices, place }: Props) {
  const { formats, tracks, levels, languages, tags, projects, questions } = choices
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message
  const { format, track, level, language } = content
  const asked = {
    questions,
    facts: { call: choices.call, format, track, level, language },
    errors,
    now: place.now,
    files: place.files,
    withoutFiles: !place.isSignedIn,
  }
  return (
    <>
      <input type="hidden" name="call" value={choices.call} readOnly />
      {place.asksForCode && (
        <TextField
          name="accessCode"
          label="Access code"
          note="if you were sent one"
          defaultValue={content.accessCode}
          error={errorOf('accessCode')}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <TextField
        name="title"
        label="Title"
        hint="People choose by the title. Plain words win."
        defaultValue={content.title}
        error={errorOf('title')}
        autoComplete="off"
      />
      <TextArea
        name="abstract"
        label="Abstract"
        hint="What will people know afterwards that they did not know before? Reviewers do not see who you are: leave out names and employers."
        rows={10}
        defaultValue={content.abstract}
        error={errorOf('abstract')}
      />
      <RadioGroup
        name="format"
        label="Format"
        layout="cards"
        options={formats.map((format) => ({ ...optionOf(format), hint: `${format.minutes} minutes` }))}
        defaultValue={content.format ?? undefined}
        error={errorOf('format')}
      />
      {tracks.length > 0 && (
        <Select
          name="track"
          label="Track"
          note="optional"
          empty="Let the committee choose"
          options={tracks.map(optionOf)}
          defaultValue={content.track ?? ''}
          error={errorOf('track')}
        />
      )}
      {levels.length > 0 && (
        <Select
          name="level"
          label="For whom"
          note="optional"
          empty="Anybody"
          options={levels.map(optionOf)}
          defaultValue={content.level ?? ''}
          error={errorOf('level')}
        />
      )}
      {languages.length > 1 && (
        <Select
          name="language"
          label="Language of the talk"
          options={languages.map((code) => ({ value: code, label: languageName(code) }))}
          defaultValue={content.language}
          error={errorOf('language')}
        />
      )}
      {tags.length > 0 && (
        <CheckboxGroup
          name="tag"
          label="Tags"
          note="optional"
          layout="inline"
          options={tags.map(optionOf)}
          defaultValue={content.tags}
          error={errorOf('tags')}
        />
      )}
      {projects.length > 0 && (
        <ProjectFields projects={projects} chosen={content.projects} error={errorOf('projects')} />
      )}
      <QuestionFields {...asked} about="proposal" path="answers" answers={content.answers} />
      {questions.some(({ about, isForAccepted }) => about === 'speaker' && !isForAccepted) && (
        <fieldset className="stack">
          <legend>
            <strong>About you</strong>
          </legend>
          <QuestionFields {...asked} about="speaker" path="aboutMe" answers={content.aboutMe} />
        </fieldset>
      )}
      <CoSpeakers speakers={content.speakers} errorOf={errorOf} />
    </>
  )
}

/** The foundation's projects that a talk is about: one place after those chosen, as far as there may be. */
function ProjectFields({
  projects,
  chosen,
  error,
}: {
  projects: Choice[]
  chosen: string[]
  error: string | undefined
}) {
  const places = [...chosen, ''].slice(0, MOST_PROJECTS)
  return places.map((slug, place) => (
    <Combobox
      key={`${place}-${slug}`}
      name="project"
      id={place === 0 ? 'projects' : `projects-${place}`}
      label={place === 0 ? 'Project of the foundation' : `Another project (${place + 1})`}
      note="optional"
      hint={place === 0 ? 'That the talk is about; save the draft to add another.' : undefined}
      empty="None"
      options={projects.map(optionOf)}
      defaultValue={slug}
      error={place === 0 ? error : undefined}
    />
  ))
}

export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
