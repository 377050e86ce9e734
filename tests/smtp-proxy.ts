import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where in the dialogue the line goes dead; `accepted` after the server has taken the letter and before we hear of it. */
export const STAGES = ['greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'half', 'accepted'] as const
export type Stage = (typeof STAGES)[number]

export interface SmtpProxy {
  url: string
  /** The next connections that reach this stage break there, so many of them. */
  cut(stage: Stage, times: number): void
  /** Called when the server has taken a letter and we have not heard of it yet: until it resolves nobody hears. */
  hold(wait: (() => Promise<void>) | null): void
  close(): Promise<void>
}

/** Stands before a real SMTP server and breaks the line. */
export async function startProxy(serverUrl: string): Promise<SmtpProxy> {
  const target = Number(new URL(serverUrl).port)
  let plan: { stage: Stage; left: number } = { stage: 'greeting', left: 0 }
  let held: (() => Promise<void>) | null = null
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    let [isText, isWhole] = [false, false]
    const dies = (stage: Stage) => {
      if (plan.stage !== stage || plan.left === 0) return false
      plan.left--
      client.destroy()
      upstream.destroy()
      return true
    }
    client.on('data', (chunk) => {
      const said = chunk.toString('latin1')
      const verb = STAGES.find((stage) => !isText && said.toUpperCase().startsWith(stage.toUpperCase()))
      if (verb && dies(verb)) return
      if (isText && dies('half')) return
      if (isText && said.endsWith('\r\n.\r\n')) isWhole = true
      upstream.write(chunk)
    })
    upstream.on('data', async (chunk) => {
      const said = chunk.toString('latin1')
      if (said.startsWith('354')) isText = true
      if (isWhole && said.startsWith('250')) {
        isText = isWhole = false
        if (dies('accepted')) return
        await held?.()
      }
      client.write(chunk)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
    dies('greeting')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    cut: (stage, left) => {
      plan = { stage, left }
    },
    hold: (wait) => {
      held = wait
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
