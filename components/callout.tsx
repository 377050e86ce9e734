import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './callout.module.css'
import { Icon } from './icon'

export type CalloutTone = 'note' | 'positive' | 'caution' | 'negative'

const icons: Record<CalloutTone, LucideIcon> = {
  note: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  negative: CircleAlert,
}

type Props = {
  tone?: CalloutTone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** `status` for what has just happened, so that it is read out. */
  role?: 'status' | 'note'
}

export function Callout({ tone = 'note', title, children, actions, role = 'note' }: Props) {
  return (
    <div className={styles.callout} data-tone={tone} role={role}>
      <Icon of={icons[tone]} size={18} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
