import { z } from 'zod'

export const Slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .refine((slug) => !/^\d+$/.test(slug))

/** A slug for this text: ASCII where it has any, else `fallback` (a title in Chinese or emoji alone has none). */
export function slugify(text: string, fallback: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[̀-ͯ'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 72)
    .replace(/^-+|-+$/g, '')
  return Slug.safeParse(slug).success ? slug : fallback
}
