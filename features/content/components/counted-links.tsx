import { SectionHead } from '@/components/page-header'
import styles from './counted-links.module.css'

interface Props {
  id: string
  title: string
  links: { href: string; label: string | number; count: number; current: boolean }[]
}

/** Ways into the articles, each with how many it leads to; nothing where there are none. */
export function CountedLinks({ id, title, links }: Props) {
  if (links.length === 0) return null
  return (
    <nav className={styles.links} aria-labelledby={id}>
      <SectionHead id={id} title={title} />
      <ul>
        {links.map(({ href, label, count, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>{' '}
            <span>{count}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
