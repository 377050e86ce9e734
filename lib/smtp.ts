import { PassThrough, Transform } from 'node:stream'
import { createTransport } from 'nodemailer'
import SMTPPool from 'nodemailer/lib/smtp-pool/index.js'

export interface Letter {
  /** The same for every attempt at the same letter, so that one sent twice is recognised as one. */
  messageId: string
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** An iCalendar file that goes with it. */
  calendar?: string | undefined
  headers?: Record<string, string>
  /** Awaited before the server gets the letter's last line: until then it cannot have taken it. */
  beforeLastLine?: () => Promise<void>
}

export interface Post {
  send(letter: Letter): Promise<void>
  close(): void
}

/** An SMTP server. Its timeouts add up to less than the lease of a message. */
export function smtpPost(url: string): Post {
  const options = {
    pool: true as const,
    url,
    maxConnections: 4,
    // The library would send a letter again by itself when its connection ends, whatever the server had taken.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  const transport = createTransport(new SMTPPool(options))
  const waiting = new Map<string, () => Promise<void>>()
  transport.use('stream', (mail, done) => {
    const id = String(mail.data.messageId)
    const before = waiting.get(id)
    if (before) mail.message.transform(new HeldLetter(before, () => waiting.has(id)))
    done()
  })
  return {
    send: async ({ calendar, beforeLastLine, ...letter }) => {
      if (beforeLastLine) waiting.set(letter.messageId, beforeLastLine)
      const file = { filename: 'session.ics', contentType: 'text/calendar; charset=utf-8' }
      const attachments = calendar
        ? [{ ...file, content: Buffer.from(calendar), contentTransferEncoding: 'base64' as const }]
        : []
      try {
        await transport.sendMail({ ...letter, attachments })
      } finally {
        waiting.delete(letter.messageId)
      }
    },
    close: () => transport.close(),
  }
}

/** A letter whose end follows once `before` has been done. */
class HeldLetter extends Transform {
  private isOnItsWay = true

  constructor(
    private readonly before: () => Promise<void>,
    private readonly isAwaited: () => boolean,
  ) {
    super()
  }

  /** What is refused before its text is read into a stream that leads nowhere. */
  override pipe<T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T {
    if (destination instanceof PassThrough) this.isOnItsWay = false
    return super.pipe(destination, options)
  }

  override _transform(chunk: unknown, _: BufferEncoding, done: (error: null, chunk: unknown) => void): void {
    done(null, chunk)
  }

  override _flush(done: (error?: Error) => void): void {
    const before = this.isOnItsWay && this.isAwaited() ? this.before() : Promise.resolve()
    // Once the connection has ended nobody listens: an error would be nobody's, and end the process.
    before.then(
      () => done(),
      (error) => (this.isAwaited() ? done(error) : this.destroy()),
    )
  }
}
