import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

const near = new BlockList()
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(network, bits, 'ipv4')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

/**
 * Says in `x-forwarded-for` who really calls. What a proxy beside us has said is believed; a caller from afar has
 * reached us without one, and what it says of itself is replaced.
 */
export function sayWhoCalls(req: IncomingMessage): void {
  const address = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (!address) return
  const isNear = near.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  if (!isNear || req.headers['x-forwarded-for'] === undefined) req.headers['x-forwarded-for'] = address
}
