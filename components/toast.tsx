'use client'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import * as Radix from 'radix-ui/toast'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { Button } from './button'
import { Icon } from './icon'
import styles from './toast.module.css'

export type ToastMessage = {
  title: string
  body?: string
  tone?: 'positive' | 'negative'
  /** Most often "Undo". `altText` says how else to get there once the toast has gone. */
  action?: { label: string; altText: string; onPress: () => void }
}

const Toasts = createContext<(message: ToastMessage) => void>(() => {})

/** `const toast = useToast()`, then `toast({ title: 'Saved' })`. Never the only place where something is said. */
export function useToast() {
  return useContext(Toasts)
}

type Props = { children: ReactNode; label?: string; closeLabel?: string }

export function ToastProvider({ children, label = 'Notifications', closeLabel = 'Close' }: Props) {
  const [messages, setMessages] = useState<(ToastMessage & { id: string })[]>([])
  const add = useCallback(
    (message: ToastMessage) => setMessages((all) => [...all.slice(-2), { ...message, id: crypto.randomUUID() }]),
    [],
  )
  const remove = (id: string) => setMessages((all) => all.filter((message) => message.id !== id))
  return (
    <Toasts value={add}>
      <Radix.Provider label={label} swipeDirection="down">
        {children}
        {messages.map((message) => (
          <ToastBox key={message.id} message={message} closeLabel={closeLabel} onClose={() => remove(message.id)} />
        ))}
        <Radix.Viewport className={styles.viewport} label={`${label} ({hotkey})`} />
      </Radix.Provider>
    </Toasts>
  )
}

type BoxProps = { message: ToastMessage; closeLabel: string; onClose: () => void }

function ToastBox({ message, closeLabel, onClose }: BoxProps) {
  const { title, body, tone, action } = message
  return (
    <Radix.Root
      className={styles.toast}
      data-tone={tone}
      duration={action ? 10_000 : 5_000}
      onOpenChange={(open) => !open && onClose()}
    >
      {tone && <Icon of={tone === 'positive' ? CircleCheck : CircleAlert} size={18} />}
      <div className={styles.words}>
        <Radix.Title className={styles.title}>{title}</Radix.Title>
        {body && <Radix.Description>{body}</Radix.Description>}
      </div>
      {action && (
        <Radix.Action asChild altText={action.altText}>
          <Button size="small" onClick={action.onPress}>
            {action.label}
          </Button>
        </Radix.Action>
      )}
      <Radix.Close className={styles.close} aria-label={closeLabel}>
        <Icon of={X} />
      </Radix.Close>
    </Radix.Root>
  )
}
