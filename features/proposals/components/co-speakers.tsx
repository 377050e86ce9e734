import { Button } from '@/components/button'
import { TextField } from '@/components/text-field'
import { MOST_CO_SPEAKERS, type SpeakerDraft } from '../schema'
import styles from './co-speakers.module.css'

type Props = { speakers: SpeakerDraft[]; errorOf: (path: string) => string | undefined }

/** Who speaks with you: one empty place after those named, and a button for the next that needs no script. */
export function CoSpeakers({ speakers, errorOf }: Props) {
  const places = [...speakers, { name: '', email: '' }].slice(0, MOST_CO_SPEAKERS)
  return (
    <fieldset className={styles.people}>
      <legend className={styles.legend}>
        Who speaks with you <span className="muted">optional</span>
      </legend>
      <p className="small muted">
        We write to them once the proposal is submitted. To take somebody off, empty both fields.
      </p>
      {places.map((speaker, place) => (
        <div key={place} className={styles.place}>
          <TextField
            name={`speaker-${place}-name`}
            label={`Name${place === 0 ? '' : ` (${place + 1})`}`}
            defaultValue={speaker.name}
            error={errorOf(`speakers.${place}.name`)}
            autoComplete="off"
          />
          <TextField
            name={`speaker-${place}-email`}
            label={`E-mail address${place === 0 ? '' : ` (${place + 1})`}`}
            type="email"
            defaultValue={speaker.email}
            error={errorOf(`speakers.${place}.email`)}
            autoComplete="off"
          />
        </div>
      ))}
      {speakers.length < MOST_CO_SPEAKERS && (
        <div>
          <Button type="submit" name="intent" value="more" size="small">
            Add another co-speaker
          </Button>
        </div>
      )}
    </fieldset>
  )
}
