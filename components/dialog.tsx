'use client'
import { X } from 'lucide-react'
import * as Radix from 'radix-ui/dialog'
import type { ReactNode } from 'react'
import { Button } from './button'
import styles from './dialog.module.css'
import { Icon } from './icon'

type Props = {
  title: string
  description?: ReactNode
  children?: ReactNode
  /** What opens it; leave it out and steer with `open`. Must take a ref, as Button does. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
  footer?: ReactNode
  closeLabel?: string
  side?: boolean
}

/** A question that holds everything else up, or (with `side`) a drawer beside the work. */
export function Dialog({ title, description, children, trigger, footer, closeLabel = 'Close', side, ...steer }: Props) {
  return (
    <Radix.Root {...steer}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={styles.veil} />
        <Radix.Content
          className={side ? styles.drawer : styles.dialog}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className={styles.head}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            <Radix.Close asChild>
              <Button variant="quiet" size="small" aria-label={closeLabel} className={styles.close}>
                <Icon of={X} size={18} />
              </Button>
            </Radix.Close>
          </div>
          {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Closes the dialog that it stands in. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>
}
