import { getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { formatPlainDate } from '@/lib/time-words'
import type { OrganizationPage } from '../queries'

type Props = { organization: OrganizationPage; text: { summary: string; nameZh: string | null }; locale: string }

export async function OrganizationHead({ organization, text, locale }: Props) {
  const t = await getTranslations({ locale, namespace: 'organizations' })
  const { name, country, homepage, member } = organization
  const other = locale === 'zh' ? name : text.nameZh
  const title = locale === 'zh' ? (text.nameZh ?? name) : name
  return (
    <PageHeader
      kicker={t('kicker')}
      title={title}
      {...(locale === 'en' ? { lede: text.summary } : {})}
      meta={
        <>
          {other && other !== title && <span lang={locale === 'zh' ? 'en' : 'zh'}>{other}</span>}
          {country && <span>{new Intl.DisplayNames(locale, { type: 'region' }).of(country)}</span>}
          {member && (
            <span>
              {t('member', { day: formatPlainDate(member.since, locale === 'zh' ? 'zh' : 'en') })} (
              {t(`tier.${member.tier}`)})
            </span>
          )}
          {homepage && <a href={homepage}>{t('website')}</a>}
        </>
      }
    />
  )
}
