import { getTranslations } from 'next-intl/server'
import { MaturityShape } from '@/components/maturity-badge'
import { localized } from '@/features/content/schema/kinds'
import { grouped } from '../rules/view'
import hues from './level-hues.module.css'
import styles from './project-landscape.module.css'
import type { Shown } from './shown'

/** Projects where they belong: categories as parts of the page, subcategories as boxes, each project as a tile. */
export async function ProjectLandscape({ shown, locale }: { shown: Shown[]; locale: string }) {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'projects' }),
    getTranslations({ locale, namespace: 'level' }),
  ])
  const groups = grouped(shown.map((one) => ({ ...one, ...one.project })))
  const english = locale === 'en' ? undefined : 'en'
  return groups.map(({ category, count, parts }) => (
    <section key={category} className={styles.category}>
      <h3 lang={category ? english : undefined}>
        {category ?? t('noCategory')} <span>{count}</span>
      </h3>
      <div className={styles.parts}>
        {parts.map(({ subcategory, projects }) => (
          <div key={subcategory} className={styles.part}>
            {subcategory && <h4 lang={english}>{subcategory}</h4>}
            <ul>
              {projects.map(({ project: { slug, name }, level, years }) => (
                <li key={slug} className={hues[level]}>
                  <a href={localized(`/projects/${slug}`, locale)}>
                    <MaturityShape level={level} size={12} />
                    <span className={styles.name}>{name}</span>
                    <span className="visually-hidden">{words(level)}</span>
                    <span className={styles.age} title={t('age', { years })}>
                      {t('years', { years })}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  ))
}
