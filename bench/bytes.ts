import { get } from 'node:http'

/** The body as it travels, in this encoding. */
export function fetchEncoded(url: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk) => chunks.push(chunk))
      answer.on('end', () => resolve(Buffer.concat(chunks)))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`

/** HTML and JavaScript of a page, compressed with brotli as they travel. */
export async function pageBytes(origin: string, path: string): Promise<{ html: string; scripts: string }> {
  const html = (await fetchEncoded(origin + path, 'identity')).toString()
  const sources = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src)
  const sizes = await Promise.all(
    [...new Set(sources)].map(async (src) => (await fetchEncoded(origin + src, 'br')).length),
  )
  return {
    html: kilobytes((await fetchEncoded(origin + path, 'br')).length),
    scripts: kilobytes(sizes.reduce((sum, size) => sum + size, 0)),
  }
}
