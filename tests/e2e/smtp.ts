import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Address } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  /** Of the envelope: where it really went. */
  recipients: string[]
  messageId: string
  from: { name: string; address: string }
  to: { name: string; address: string }[]
  subject: string
  text: string
  html: string
  attachments: { filename: string | null; type: string; text: string }[]
  source: string
}

export interface MailServer {
  url: string
  received: ReceivedMail[]
  /** The next `times` mails are refused with this code. */
  refuse(responseCode: number, times: number): void
  /** The first mail to this address that is or will be received, newest first. */
  waitFor(address: string, subject?: RegExp): Promise<ReceivedMail>
  close(): Promise<void>
}

/** A real SMTP server on loopback that keeps what it receives, parsed. */
export async function startMailServer(port = 0, onMail: (mail: ReceivedMail) => void = () => {}): Promise<MailServer> {
  const received: ReceivedMail[] = []
  const waiting = new Set<() => void>()
  let refusals = { responseCode: 0, left: 0 }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        if (refusals.left-- > 0)
          return callback(Object.assign(new Error('Not now'), { responseCode: refusals.responseCode }))
        const recipients = session.envelope.rcptTo.map(({ address }) => address)
        const mail = await parse(Buffer.concat(chunks), recipients)
        received.push(mail)
        onMail(mail)
        callback()
        for (const look of waiting) look()
      })
    },
  })
  server.on('error', () => {})
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  const { port: actual } = server.server.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${actual}`,
    received,
    refuse: (responseCode, times) => {
      refusals = { responseCode, left: times }
    },
    waitFor: (address, subject = /./) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`No mail to ${address} came within 20 seconds.`))
        }, 20_000)
        const look = () => {
          const found = received.findLast((mail) => mail.recipients.includes(address) && subject.test(mail.subject))
          if (!found) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function parse(source: Buffer, recipients: string[]): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(source)
  const person = (of?: Address) => ({ name: of?.name ?? '', address: of?.address ?? '' })
  return {
    recipients,
    messageId: mail.messageId ?? '',
    from: person(mail.from),
    to: (mail.to ?? []).map(person),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
      filename,
      type: mimeType,
      text: typeof content === 'string' ? content : new TextDecoder().decode(content),
    })),
    source: source.toString(),
  }
}
