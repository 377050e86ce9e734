import { languageName } from '@/lib/languages'
import type { ProfileTexts, ProfileValues } from './fields'

/** A profile as its form shows it: names for codes, lists between commas. */
export function textsOf(name: string, values: ProfileValues, projects: { slug: string; name: string }[]): ProfileTexts {
  const { photo: _, languages, expertise, availableToSpeak, projects: slugs, ...texts } = values
  const names = new Map(projects.map((project) => [project.slug, project.name]))
  return {
    ...texts,
    name,
    languages: languages.map((code) => languageName(code, 'en')).join(', '),
    expertise: expertise.join(', '),
    projects: slugs.map((slug) => names.get(slug) ?? slug).join(', '),
    availableToSpeak: availableToSpeak ? 'on' : '',
  }
}
