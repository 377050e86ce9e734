import type { Speaker } from '../schema/tree'
import { type Context, refer, type Standing } from './context'

type Named = { person?: string | undefined; name?: string | undefined; affiliation?: string | undefined }

/** Who speaks: a reference where they have a page here; undefined where nobody is named. */
export function speakerOf({ person, name, affiliation }: Named, node: Standing, context: Context): Speaker | undefined {
  const where = affiliation === undefined ? {} : { affiliation }
  if (person !== undefined) {
    refer(context, node, `/people/${person}`)
    return { person, ...where }
  }
  return name === undefined ? undefined : { name, ...where }
}
