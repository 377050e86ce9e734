/** Whether a query or a transaction gave up waiting for its turn or its end; that one has changed nothing. */
export function isTooBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : null
  return code === 'P2024' || code === 'P2028' || /timeout exceeded when trying to connect/.test(error.message)
}
