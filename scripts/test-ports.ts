const app = Number(process.env.LECTERN_TEST_PORT ?? 3399)

/** Where the journeys' app, mail server and OpenID provider listen; another first port lets two checkouts run at once. */
export const TEST_PORTS = { app, mail: app + 1, provider: app + 2 }
export const TEST_ORIGIN = `http://localhost:${app}`
/** Two more apps, for what is compared between two databases. */
export const TWIN_PORTS = [app + 3, app + 4] as const
