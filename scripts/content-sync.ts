import { setFlagsFromString } from 'node:v8'
import { syncContent } from '@/features/content/import/sync'
import { lineOf } from '@/features/content/schema/problems'
import { refreshPosts } from '@/features/posts/commands/refresh'
import { rebuildIndex } from '@/features/search/commands/refresh'
import { prepareDatabase } from '@/lib/postgres/prepare'

// Left to itself, the heap of a first sync grows to four times what is in use before anything is collected.
setFlagsFromString('--heap-growing-percent=50')

const [from = 'content'] = process.argv.slice(2)
const database = await prepareDatabase()
const { files, added, changed, removed, unchanged, seconds, problems, notes } = await syncContent({
  content: from,
  pictures: 'public',
})
await refreshPosts()
for (const problem of problems) console.error(lineOf(problem))
for (const note of notes) console.log(note)
if (problems.length > 0)
  console.error(`${problems.length === 1 ? 'One problem' : `${problems.length} problems`}; nothing was written.`)
else {
  const counts = `${added} added, ${changed} changed, ${removed} removed, ${unchanged} unchanged`
  console.log(`${files} files: ${counts} in ${seconds.toFixed(2)} s`)
  await rebuildIndex()
}
await database.stop()
process.exit(problems.length > 0 ? 1 : 0)
