import { getTranslations } from 'next-intl/server'
import { KeyFigures } from '@/components/key-figures'
import { SectionHead } from '@/components/page-header'
import { countByLevel, type Move } from '@/features/projects/rules'
import { countTexts } from '../queries/texts'
import { localized } from '../schema/kinds'

type Props = { projects: { moves: Move[] }[]; organizations: number; locale: string }

/** The foundation in figures, all counted from its data. */
export async function FrontFigures({ projects, organizations, locale }: Props) {
  const [t, counts] = await Promise.all([getTranslations({ locale, namespace: 'front' }), countTexts()])
  const levels = countByLevel(projects, new Date().toISOString().slice(0, 10))
  const value = (count: number) => new Intl.NumberFormat(locale).format(count)
  return (
    <section aria-labelledby="figures">
      <SectionHead id="figures" title={t('figures')} />
      <KeyFigures
        figures={[
          {
            value: value(projects.length),
            label: t('projects'),
            note: t('projectsNote', levels),
            href: localized('/projects', locale),
          },
          { value: value(counts.articles), label: t('articles'), href: localized('/blog', locale) },
          { value: value(counts.caseStudies), label: t('caseStudies'), href: localized('/case-studies', locale) },
          { value: value(organizations), label: t('organizations') },
        ]}
      />
    </section>
  )
}
