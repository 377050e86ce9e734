import { localized } from '../schema/kinds'

type Props = {
  to: { slug: string; locale: string; title: string }
  locale: string
  rel?: 'prev' | 'next' | undefined
}

/** An article by its title; one in another language than the page says so. */
export function ArticleLink({ to, locale, rel }: Props) {
  const foreign = to.locale === locale ? {} : { lang: to.locale, hrefLang: to.locale }
  return (
    <a href={localized(`/blog/${to.slug}`, to.locale)} rel={rel} {...foreign}>
      {to.title}
    </a>
  )
}
