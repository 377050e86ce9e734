/** Where the journeys' server says which database it serves, for tests that look behind the pages. */
export const TEST_DATABASE_FILE = '.build/journeys-database'
/** The same of the two that are compared. */
export const TWIN_DATABASES_FILE = '.build/twin-databases'
