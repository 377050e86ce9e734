import { type LucideIcon, PanelLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './admin-shell.module.css'
import { Brand, type Site } from './brand'
import { Icon } from './icon'
import { SkipLink } from './skip-link'
import { ThemeSwitch } from './theme-switch'

export type AdminWords = { skip: string; navigation: string; menu: string; theme: string }

export type AdminLink = { href: string; label: string; icon?: LucideIcon; count?: number; current?: boolean }

type Props = {
  site: Site
  words: AdminWords
  navigation: { title?: string; links: AdminLink[] }[]
  /** Above the navigation: which event this is. */
  scope?: ReactNode
  /** In the bar: the command palette's button. */
  tools?: ReactNode
  /** In the bar: who this is, and the form that signs out. */
  person: ReactNode
  children: ReactNode
}

/** The frame of the back office: navigation at the side, everything dense. */
export function AdminShell({ site, words, navigation, scope, tools, person, children }: Props) {
  return (
    <div className={styles.shell} data-density="dense">
      <SkipLink>{words.skip}</SkipLink>
      <header className={styles.bar}>
        <button type="button" className={styles.opener} popoverTarget="admin-menu">
          <Icon of={PanelLeft} size={18} />
          <span>{words.menu}</span>
        </button>
        <Brand site={site} href="/admin" size="small" compact />
        <div className={styles.tools}>
          {tools}
          <ThemeSwitch label={words.theme} />
          {person}
        </div>
      </header>
      <nav id="admin-menu" className={styles.side} popover="auto" aria-label={words.navigation}>
        {scope && <div className={styles.scope}>{scope}</div>}
        {navigation.map(({ title, links }) => (
          <div key={title ?? links[0]?.href} className={styles.group}>
            {title && <p className={styles.title}>{title}</p>}
            <ul>
              {links.map((link) => (
                <SideLink key={link.href} {...link} />
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function SideLink({ href, label, icon, count, current }: AdminLink) {
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        {icon && <Icon of={icon} />}
        <span>{label}</span>
        {count !== undefined && <span className={styles.count}>{count}</span>}
      </a>
    </li>
  )
}
