import { afterEach, vi } from 'vitest'
import type { FrontOptions } from '@/lib/front'
import { aFront, type Pages, type Served } from '@/lib/front/testing'

/** A front in a test, closed after it. To be called once in a file. */
export function serving(): (pages: Pages, options?: Partial<FrontOptions>) => Promise<Served> {
  let served: Served | null = null
  afterEach(async () => {
    vi.restoreAllMocks()
    await served?.close()
    served = null
  })
  return async (pages, options = {}) => {
    served = await aFront(
      (url, req) => (url.endsWith('/404-page') ? { body: html(`none ${url}`) } : pages(url, req)),
      options,
    )
    return served
  }
}

/** A document of Next's, with a script of the framework. */
export const html = (text: string) =>
  `<!DOCTYPE html><html><head><script src="/_next/static/chunks/a.js"></script></head><body>${text.repeat(100)}</body></html>`
