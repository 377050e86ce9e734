/** The signed-in person's id, or null. */
export async function getSessionPersonId(): Promise<string | null> {
  return null
}
