interface Problem {
  title: string
  advice: string
}

const AGAIN: Problem = {
  title: 'Signing in there did not work',
  advice: 'The provider gave no usable answer, or it took too long. Try again, or use a link by mail.',
}

const PROBLEMS: Record<string, Problem> = {
  OAuthAccountNotLinked: {
    title: 'This belongs to another account',
    advice:
      'There is an account with this address, or this login is joined to somebody else. Sign in with a link by mail first; then add the provider on your profile page.',
  },
  EmailNotVerified: {
    title: 'The provider has not verified your address',
    advice: 'Confirm your e-mail address there, or sign in with a link by mail.',
  },
  AccessDenied: { title: 'The provider said no', advice: 'Signing in was cancelled there. Nothing has changed.' },
}

/** What to say where a provider or its answer sent somebody back; null where nothing went wrong. */
export function problemOf(error: unknown): Problem | null {
  if (typeof error !== 'string' || error === '') return null
  return PROBLEMS[error] ?? AGAIN
}
