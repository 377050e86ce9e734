import { RadioGroup } from '@/components/radio-group'
import { Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { TextField } from '@/components/text-field'
import type { FieldError, TypedContent } from '../schema'
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
}

type Props = { content: TypedContent; errors: FieldError[]; choices: FormChoices }

const optionOf = ({ slug, name }: Choice) => ({ value: slug, label: name })

/** What is asked of a proposal, one thing after another. */
export function ProposalFields({ content, errors, choices }: Props) {
  const { formats, tracks, levels, languages } = choices
  const errorOf = (path: string) => errors.find((error) => error.path === path)?.message
  return (
    <>
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
      <CoSpeakers speakers={content.speakers} errorOf={errorOf} />
    </>
  )
}

export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}
