import type { Server as HttpServer } from 'node:http'
import type { Server, Socket } from 'node:net'

const graceMs = 10_000

/**
 * Watches the sockets of `server` from now on. What it returns ends them: those that wait for a request at once, those
 * that are being answered when they have been, and all after ten seconds.
 */
export function trackSockets(server: Server, http: HttpServer): () => Promise<void> {
  const open = new Set<Socket>()
  const busy = new Set<Socket>()
  let isClosing = false

  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  http.on('request', (req, res) => {
    const { socket } = req
    busy.add(socket)
    if (isClosing && !res.headersSent) res.setHeader('connection', 'close')
    res.once('close', () => {
      busy.delete(socket)
      if (isClosing) socket.end()
    })
  })

  return () =>
    new Promise((resolve) => {
      isClosing = true
      server.close(() => {
        if (server !== http) http.close()
        clearTimeout(limit)
        resolve()
      })
      for (const socket of open) if (!busy.has(socket)) socket.destroySoon()
      const limit = setTimeout(() => {
        for (const socket of open) socket.destroy()
      }, graceMs)
    })
}
