import { getTranslations } from 'next-intl/server'
import { listCaseStudies } from '../queries/case-studies'
import { localized } from '../schema/kinds'
import { CaseStudyList } from './case-study-list'
import { Section } from './section'

export async function FrontStudies({ locale }: { locale: string }) {
  const [studies, t] = await Promise.all([
    listCaseStudies([locale, 'en']),
    getTranslations({ locale, namespace: 'front' }),
  ])
  if (studies.length === 0) return null
  return (
    <Section
      id="studies"
      title={t('studies')}
      aside={<a href={localized('/case-studies', locale)}>{t('allStudies')}</a>}
    >
      <CaseStudyList studies={studies.slice(0, 2)} locale={locale} heading="h3" />
    </Section>
  )
}
