import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names'
import { Icon } from './icon'

export type ButtonLook = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
}

type ButtonProps = ComponentProps<'button'> & ButtonLook & { pending?: boolean; icon?: ReactNode }

/** Does something here. While pending it keeps its place, its words and the focus, and ignores further presses. */
export function Button({ variant, size, pending = false, icon, type = 'button', className, ...rest }: ButtonProps) {
  const { children, ...props } = rest
  return (
    <button
      type={pending && type === 'submit' ? 'button' : type}
      className={buttonClass({ variant, size }, className)}
      aria-disabled={pending || undefined}
      data-pending={pending || undefined}
      {...props}
    >
      {pending ? <Icon of={LoaderCircle} /> : icon}
      {children}
    </button>
  )
}

/** Goes somewhere: a link in a button's clothes. */
export function LinkButton({ variant, size, icon, className, children, ...props }: LinkButtonProps) {
  return (
    <a className={buttonClass({ variant, size }, className)} {...props}>
      {icon}
      {children}
    </a>
  )
}
type LinkButtonProps = ComponentProps<'a'> & ButtonLook & { href: string; icon?: ReactNode }

type Loose<T> = { [K in keyof T]?: T[K] | undefined }

function buttonClass({ variant = 'secondary', size = 'medium' }: Loose<ButtonLook>, className?: string) {
  return classNames(styles.button, styles[variant], styles[size], className)
}
