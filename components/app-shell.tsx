import type { ReactNode } from 'react'
import styles from './app-shell.module.css'
import { Avatar } from './avatar'
import { Brand, type Site } from './brand'
import { SkipLink } from './skip-link'
import { ThemeSwitch } from './theme-switch'

export type AppWords = { skip: string; navigation: string; signIn: string; theme: string }

type Props = {
  site: Site
  words: AppWords
  person: { name: string; picture?: string | null } | null
  /** A person's own places; none for a stranger. */
  links?: { href: string; label: string; current?: boolean }[]
  /** The form that signs out. */
  signOut?: ReactNode
  /** The language of the words, where that is not the document's. */
  lang?: string | undefined
  children: ReactNode
}

/** The frame of forms and of a person's own pages: calm, one column, nothing that leads astray. */
export function AppShell({ site, words, person, links = [], signOut, lang, children }: Props) {
  return (
    <div className={styles.shell} lang={lang}>
      <SkipLink>{words.skip}</SkipLink>
      <header className={styles.header}>
        <div className={`wrap ${styles.bar}`}>
          <Brand site={site} href={lang ? `/${lang}` : '/'} size="small" />
          {links.length > 0 && (
            <nav className={styles.links} aria-label={words.navigation}>
              {links.map(({ href, label, current }) => (
                <a key={href} href={href} aria-current={current ? 'page' : undefined}>
                  {label}
                </a>
              ))}
            </nav>
          )}
          <div className={styles.tools}>
            <ThemeSwitch label={words.theme} />
            {person ? (
              <>
                <a className={styles.person} href="/me">
                  <Avatar name={person.name} src={person.picture} size={28} />
                  <span>{person.name}</span>
                </a>
                {signOut}
              </>
            ) : (
              <a href="/sign-in">{words.signIn}</a>
            )}
          </div>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={`wrap ${styles.footer}`}>
        <p>{site.notice}</p>
      </footer>
    </div>
  )
}
