import { createTransport } from 'nodemailer'
import SMTPPool from 'nodemailer/lib/smtp-pool/index.js'

export interface Letter {
  /** The same for every attempt at the same letter, so that one sent twice is recognised as one. */
  messageId: string
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  headers?: Record<string, string>
}

export interface Post {
  send(letter: Letter): Promise<void>
  close(): void
}

/** An SMTP server. Its timeouts add up to less than the lease of a message. */
export function smtpPost(url: string): Post {
  const pool = new SMTPPool({
    pool: true,
    url,
    maxConnections: 4,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const transport = createTransport(pool)
  return {
    send: async (letter) => void (await transport.sendMail(letter)),
    close: () => transport.close(),
  }
}
