const PROBLEMS: Record<string, string> = {
  'last-administrator': 'This is the last administrator. Give somebody else the role first.',
  'not-found': 'This role was not there any more. Perhaps somebody else has just removed it.',
}

/** What to say after a role has been taken back, or not. */
export function bindingNotice({ done, problem }: { done?: string; problem?: string }) {
  if (done) return { tone: 'positive' as const, text: 'The role has been removed.' }
  const text = problem && PROBLEMS[problem]
  return text ? { tone: 'caution' as const, text } : null
}
