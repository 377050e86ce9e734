import type { refuseByWindow } from '../rules'
import type { FormWords } from './proposal-form'

/** What the buttons of a new proposal say: to whom, and whether the call takes it now. */
export function formWords(isSignedIn: boolean, refusal: ReturnType<typeof refuseByWindow>): FormWords {
  const pending = isSignedIn ? 'Submitting …' : 'Keeping your text …'
  if (!isSignedIn) return { submit: refusal ? 'Sign in and keep it' : 'Sign in and go on', pending, save: null }
  return { submit: refusal ? null : 'Submit the proposal', pending, save: 'Save as a draft' }
}
