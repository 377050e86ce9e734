/** Ends a command with one line that says what to do. */
export function leave(text: string): never {
  console.error(text)
  process.exit(1)
}

/** A database without our tables is named as such. */
export function withTables<T>(work: Promise<T>): Promise<T> {
  return work.catch((error) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'P2021' || code === 'P2010') leave('The database has no tables yet. Run npm run db:deploy first.')
    throw error
  })
}
