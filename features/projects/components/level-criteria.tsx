import { getTranslations } from 'next-intl/server'
import { Section } from '@/features/content/components/section'
import { getCriteria } from '@/features/content/queries/site'

/** What this level asks for; nothing where it is none that a project moves up to. */
export async function LevelCriteria({ level, locale }: { level: string; locale: string }) {
  const [t, criteria] = [await getTranslations({ locale, namespace: 'projects' }), getCriteria(level, locale)]
  if (criteria.length === 0) return null
  return (
    <Section id="criteria" title={t('criteria')}>
      <ul className="prose">
        {criteria.map(({ slug, text }) => (
          <li key={slug} id={slug}>
            {text}
          </li>
        ))}
      </ul>
    </Section>
  )
}
