import { localized } from '../schema/kinds'
import type { Speaker } from '../schema/tree'
import type { Drawing } from './drawing'

/** Who speaks, with a link where they have a page, and where they were from. */
export function SpeakerLine({ by, drawing: { live, locale } }: { by: Speaker; drawing: Drawing }) {
  return (
    <>
      {'person' in by ? (
        <a href={localized(`/people/${by.person}`, locale)}>{live.people.get(by.person) ?? by.person}</a>
      ) : (
        by.name
      )}
      {by.affiliation && `${locale === 'zh' ? '，' : ', '}${by.affiliation}`}
    </>
  )
}
