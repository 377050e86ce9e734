import { Badge } from '@/components/badge'
import { TextField } from '@/components/text-field'
import { emailField, type FieldErrors, type QuoteField } from '../schema'
import styles from './quote-fields.module.css'

type Props = { quotes: QuoteField[]; errors: FieldErrors; hint: string }

/** Whom the text quotes, and where each of them is to be asked. */
export function QuoteFields({ quotes, errors, hint }: Props) {
  if (quotes.length === 0) return null
  return (
    <fieldset className={styles.quotes}>
      <legend>Quotes</legend>
      <p className="small muted">{hint}</p>
      {quotes.map(({ fingerprint, name, words, email, answer }) => (
        <div key={fingerprint} className={styles.quote}>
          <p>
            “{opening(words)}” <span className="muted">— {name}</span>
          </p>
          {answer ? (
            <Badge tone={answer === 'approved' ? 'positive' : 'negative'}>
              {answer === 'approved' ? 'Approved' : 'Refused'}
            </Badge>
          ) : (
            <TextField
              name={emailField(fingerprint)}
              type="email"
              label={`E-mail address of ${name}`}
              defaultValue={email}
              error={errors[emailField(fingerprint)]}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

const opening = (words: string) => (words.length > 140 ? `${words.slice(0, 140).trimEnd()} …` : words)
