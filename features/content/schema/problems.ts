/** A place in a file, both counted from 1. */
export type Place = { line: number; column: number }
export type Problem = Place & { file: string; message: string }
/** Notes what is wrong and where; a problem without a place is the file's as a whole. */
export type Refuse = (place: Place | undefined, message: string) => void

/** What is wrong with one file, gathered while it is read. */
export function problemsOf(file: string): { problems: Problem[]; refuse: Refuse } {
  const problems: Problem[] = []
  const refuse: Refuse = (place, message) =>
    problems.push({ file, line: place?.line ?? 1, column: place?.column ?? 1, message })
  return { problems, refuse }
}

/** `content/blog/some.mdx:12:3 what is wrong`: one line, as editors and terminals link it. */
export function lineOf({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column} ${message.replace(/\s+/g, ' ')}`
}
