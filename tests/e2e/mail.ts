import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { expect } from '@playwright/test'
import { type ReceivedMail, startMailServer } from './smtp'

const FILE = '.build/journeys-mail.jsonl'

/** The mail server of the journeys, for all their processes: what it receives is written to a file. */
export async function startSharedMailServer(port: number) {
  mkdirSync('.build', { recursive: true })
  rmSync(FILE, { force: true })
  return startMailServer(port, (mail) => appendFileSync(FILE, `${JSON.stringify(mail)}\n`))
}

/** Every mail that the server has received for this address, oldest first. */
export function mailsTo(address: string): ReceivedMail[] {
  if (!existsSync(FILE)) return []
  const lines = readFileSync(FILE, 'utf8').split('\n').slice(0, -1)
  return lines.map((line): ReceivedMail => JSON.parse(line)).filter(({ recipients }) => recipients.includes(address))
}

/** The newest mail to this address whose subject fits, waited for. */
export async function waitForMail(address: string, subject = /./): Promise<ReceivedMail> {
  const find = () => mailsTo(address).findLast((mail) => subject.test(mail.subject))
  await expect.poll(find, { message: `mail to ${address}`, timeout: 20_000 }).toBeTruthy()
  const mail = find()
  if (!mail) throw new Error(`No mail to ${address} came.`)
  return mail
}

/** The first address in a mail. */
export function linkIn({ text }: ReceivedMail): string {
  return /https?:\/\/\S+/.exec(text)?.[0] ?? ''
}
