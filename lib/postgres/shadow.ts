import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** An empty PostgreSQL in memory, in which the schema engine replays the migrations to see where they lead. */
export function shadowDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const pglite = new PGlite({ extensions: { btree_gist, pg_trgm, unaccent } })
    return new PrismaPGlite(pglite).connect()
  }
  return { provider: 'postgres', adapterName: 'pglite', connect, connectToShadowDb: connect }
}
