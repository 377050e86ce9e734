import { getTranslations } from 'next-intl/server'
import { KeyFigures } from '@/components/key-figures'
import { countByLevel, type Move } from '@/features/projects/rules'
import { countTexts } from '../queries/texts'
import { localized } from '../schema/kinds'
import { Section } from './section'

type Props = { projects: { moves: Move[] }[]; organizations: number; locale: string }

const ORDER = ['graduated', 'incubating', 'sandbox', 'archived'] as const

/** The foundation in figures, all counted from its data. */
export async function FrontFigures({ projects, organizations, locale }: Props) {
  const [t, words, counts] = await Promise.all([
    getTranslations({ locale, namespace: 'front' }),
    getTranslations({ locale, namespace: 'level' }),
    countTexts(),
  ])
  const levels = countByLevel(projects, new Date().toISOString().slice(0, 10))
  const value = (count: number) => new Intl.NumberFormat(locale).format(count)
  return (
    <Section id="figures" title={t('figures')}>
      <KeyFigures
        figures={[
          {
            value: value(projects.length),
            label: t('projects'),
            note: ORDER.filter((level) => levels[level] > 0)
              .map((level) => t('levelCount', { count: levels[level], level: words(level).toLocaleLowerCase() }))
              .join(', '),
            href: localized('/projects', locale),
          },
          { value: value(counts.articles), label: t('articles'), href: localized('/blog', locale) },
          { value: value(counts.caseStudies), label: t('caseStudies'), href: localized('/case-studies', locale) },
          { value: value(organizations), label: t('organizations') },
        ]}
      />
    </Section>
  )
}
