import { getSite } from '@/features/content/queries/site'
import { previewDigest, sendDigests } from '@/features/subscriptions/commands/digest'
import { digestMail } from '@/features/subscriptions/emails'
import { disconnect } from '@/lib/db'
import { env, setEnv } from '@/lib/env'
import { prepareDatabase } from '@/lib/postgres/prepare'
import { demoSecret } from '@/lib/secret'
import { withTables } from './leave'

/** Sends what is due of the weekly digest, as the job does by itself; `--dry-run` prints it in each language instead. */
const isDry = process.argv.includes('--dry-run')
const database = await prepareDatabase()
if (!env().NEXTAUTH_SECRET) setEnv({ NEXTAUTH_SECRET: demoSecret() })
await withTables(isDry ? print() : sendDigests(new AbortController().signal))
await disconnect()
await database.stop()
process.exit(0)

async function print(): Promise<void> {
  const { week, told } = await previewDigest()
  const { appUrl } = env()
  for (const locale of ['en', 'zh'] as const) {
    const [changes, siteName] = [told[locale] ?? [], getSite().shortName[locale] ?? '']
    const mail = digestMail({ locale, siteName, changes, week, appUrl, unsubscribeUrl: `${appUrl}/unsubscribe/…` })
    console.log(
      mail ? `Subject: ${mail.subject}\n\n${mail.text}` : `Nothing to tell of the week of ${week} (${locale}).\n`,
    )
  }
}
