import { getLocale } from 'next-intl/server'
import { Breadcrumb as Steps } from '@/components/breadcrumb'
import { JsonLd } from '@/components/json-ld'
import { env } from '@/lib/env'
import { localized } from '@/lib/i18n/addresses'
import { breadcrumbList } from '../formats/json-ld'
import { getSiteView } from '../queries/chrome'

type Props = { items: { label: string; href: string }[]; label?: string }

/** The way to a document, for its readers and for search engines, whose list begins at the front. */
export async function Breadcrumb(props: Props) {
  const locale = await getLocale()
  const { name } = await getSiteView(locale)
  const list = breadcrumbList([{ label: name, href: localized('/', locale) }, ...props.items], env().appUrl)
  return (
    <>
      <Steps {...props} />
      {list && <JsonLd data={list} />}
    </>
  )
}
