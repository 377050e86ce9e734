import type { ReactNode } from 'react'
import { Brand, type Site } from './brand'
import { MaskIcon } from './mask-icon'
import { SiteFooter } from './site-footer'
import styles from './site-shell.module.css'
import { SkipLink } from './skip-link'
import { ThemeSwitch } from './theme-switch'

export type SiteWords = {
  skip: string
  navigation: string
  menu: string
  signIn: string
  theme: string
}

type Props = {
  site: Site
  words: SiteWords
  locale: string
  /** The path that is shown, to mark its place in the navigation. */
  current: string
  /** The same page in the other language. */
  alternate?: { href: string; label: string; locale: string }
  /** The field that searches the site. */
  search?: ReactNode
  children: ReactNode
}

/** The frame of what everybody reads. Needs no script: the menu of a narrow screen is a popover. */
export function SiteShell({ site, words, locale, current, alternate, search, children }: Props) {
  const home = locale === 'en' ? '/' : `/${locale}`
  return (
    <div className={styles.shell}>
      <SkipLink>{words.skip}</SkipLink>
      <header className={styles.header} data-screen-only="">
        <div className={`wrap ${styles.bar}`}>
          <Brand site={site} href={home} />
          <nav id="site-menu" className={styles.menu} aria-label={words.navigation} popover="auto">
            <ul>
              {site.navigation.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={placeOf(href, current)}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className={styles.tools}>
            {search}
            {alternate && (
              <a className={styles.language} href={alternate.href} hrefLang={alternate.locale} lang={alternate.locale}>
                {alternate.label}
              </a>
            )}
            <ThemeSwitch label={words.theme} />
            <reader-menu class={styles.reader}>
              <a href="/sign-in">{words.signIn}</a>
            </reader-menu>
            <button type="button" className={styles.opener} popoverTarget="site-menu">
              <MaskIcon of="menu" />
              <span>{words.menu}</span>
            </button>
          </div>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter site={site} />
    </div>
  )
}

function placeOf(href: string, current: string) {
  if (current === href) return 'page'
  return current.startsWith(`${href}/`) ? 'true' : undefined
}
