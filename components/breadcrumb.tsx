import styles from './breadcrumb.module.css'

type Props = { items: { label: string; href: string }[]; label?: string }

/** The way here, without the page itself: its title stands right below. */
export function Breadcrumb({ items, label = 'Breadcrumb' }: Props) {
  return (
    <nav aria-label={label} className={styles.breadcrumb}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
