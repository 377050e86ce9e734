import { buildApp } from './build-app'

await buildApp({ force: true })
process.exit(0)
