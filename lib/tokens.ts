import { createHash, randomBytes } from 'node:crypto'

/** What is stored of a secret: SHA-256, in hex. Secrets here have 256 random bits, so they need no salt. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** 256 random bits as 43 characters of base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** An API token: `lect_` and 43 characters of base64url. */
export function newApiToken(): string {
  return `lect_${randomToken()}`
}

export const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A proposal's code: six of A–Z and 2–9 without I and O (32 letters, so a byte's low five bits choose evenly). */
export function newCode(bytes: Uint8Array = randomBytes(6)): string {
  return Array.from(bytes, (byte) => CODE_LETTERS[byte & 31]).join('')
}
