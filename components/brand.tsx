import styles from './brand.module.css'

/** What a shell needs to know of the foundation; content/site.yaml says it. */
export type Site = {
  name: string
  shortName: string
  /** A picture of our own, used as a shape in the colour of the text, or null: then the short name stands as a wordmark. */
  logo: { src: string; width: number; height: number } | null
  navigation: NavLink[]
  footer: { title: string; links: NavLink[] }[]
  notice: string
}

export type NavLink = { href: string; label: string }

type Props = {
  site: Site
  href: string
  size?: 'small' | 'medium'
  /** On a phone the mark alone, where the bar holds more than a way home. */
  compact?: boolean
}

/** The way home. */
export function Brand({ site, href, size = 'medium', compact = false }: Props) {
  return (
    <a className={styles.brand} href={href} data-size={size} data-compact={compact || undefined} aria-label={site.name}>
      {site.logo && (
        <span
          className={styles.logo}
          style={{ '--logo': `url("${site.logo.src}")`, '--ratio': site.logo.width / site.logo.height }}
        />
      )}
      <span className={styles.word}>{site.shortName}</span>
    </a>
  )
}
