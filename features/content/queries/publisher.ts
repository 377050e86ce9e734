import { env } from '@/lib/env'
import { getSiteView } from './chrome'
import { getSite } from './site'

/** Who publishes this site, as machines are told. `logo` is a path, `origin` the site's own address. */
export async function getPublisher(locale: string) {
  const { name, logo, description } = await getSiteView(locale)
  return { name, logo, description, email: getSite().contact, origin: env().appUrl }
}
