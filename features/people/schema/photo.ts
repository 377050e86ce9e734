/** Pixels of a side: as it stands in lists, and as it heads a page (both for screens of twice the density). */
export const PHOTO_SIZES = [192, 512] as const

const NAME = /^([a-f0-9]{32})-(192|512)\.webp$/

export function photoFile(hash: string, size: (typeof PHOTO_SIZES)[number]): string {
  return `${hash}-${size}.webp`
}

/** The address of a face, for ever the same; null where there is none. `pixels` is the side as it is drawn. */
export function photoSrc(hash: string | null, pixels: number): string | null {
  return hash && `/files/${photoFile(hash, pixels * 2 <= PHOTO_SIZES[0] ? PHOTO_SIZES[0] : PHOTO_SIZES[1])}`
}

/** The hash that a file's name holds, or null where it is no photo's name. */
export function photoHash(file: string): string | null {
  return NAME.exec(file)?.[1] ?? null
}
