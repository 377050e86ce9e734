interface Kept {
  version: number
  statement: string
  activities: string
  references: { name: string; email: string }[]
}

/** An application as its form shows it. */
export function applicationValues(application: Kept | null): Record<string, string> {
  const { version = 0, statement = '', activities = '', references = [] } = application ?? {}
  const named = references.flatMap(({ name, email }, index) => [
    [`reference-${index}-name`, name],
    [`reference-${index}-email`, email],
  ])
  return { version: String(version), statement, activities, ...Object.fromEntries(named) }
}
