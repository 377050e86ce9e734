/** A form of these fields; a list sends one of each. */
export function form(fields: Record<string, string | readonly string[]>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of typeof value === 'string' ? [value] : value) made.append(name, each)
  return made
}
