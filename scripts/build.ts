import { buildApp } from '@/lib/build'

await buildApp({ force: true })
process.exit(0)
