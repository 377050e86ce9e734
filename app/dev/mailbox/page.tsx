import { Button } from '@/components/button'
import { EmptyState } from '@/components/empty-state'
import { PageHeader } from '@/components/page-header'
import { TextField } from '@/components/text-field'
import { Toolbar } from '@/components/toolbar'
import { gateDemo } from '@/features/access/gate'
import { Letter } from '@/features/mail/components/letter'
import { listMailbox } from '@/features/mail/queries'

import styles from '../page.module.css'

export const metadata = { title: 'Local mailbox', robots: 'noindex', referrer: 'same-origin' as const }

type Props = { searchParams: Promise<{ to?: string | string[] }> }

/** All mail of a demonstration, which leaves this machine only where an SMTP server is set. */
export default async function MailboxPage({ searchParams }: Props) {
  await gateDemo('/dev/mailbox')
  const { to } = await searchParams
  const wanted = typeof to === 'string' ? to.trim() : ''
  const messages = await listMailbox(wanted)
  return (
    <main className={`wrap stack ${styles.page}`}>
      <PageHeader look="plain" title="Local mailbox" lede="What this demonstration has mailed, newest first." />
      <Toolbar label="Filter the mailbox" action="/dev/mailbox">
        <TextField name="to" type="search" label="Recipient" defaultValue={wanted} />
        <Button type="submit">Filter</Button>
      </Toolbar>
      {messages.length === 0 && (
        <EmptyState title="No mail here yet">
          Ask for a link on the <a href="/sign-in">sign-in page</a>, and it arrives here.
        </EmptyState>
      )}
      {messages.map((message) => (
        <Letter key={message.id} {...message} />
      ))}
    </main>
  )
}
