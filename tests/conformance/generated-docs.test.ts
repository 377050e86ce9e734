import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { GENERATED } from '@/scripts/generated-docs'

test.each(Object.entries(GENERATED))('%s says what the tables say (else: npm run docs)', (file, write) => {
  expect(readFileSync(file, 'utf8')).toBe(write())
})
