import sharp from 'sharp'
import { expect, test } from 'vitest'
import { confirmProposal } from '@/features/proposals/commands/moves'
import { addSessionFile, removeSessionFile, showSessionFile } from '@/features/proposals/commands/session-files'
import { getSessionFile, listOwnFiles, listPublicFiles } from '@/features/proposals/queries/session-files'
import { storage } from '@/lib/storage'
import { aPerson } from '../../factories'
import { aDecidedProposal } from '../../proposals'

const now = new Date()
const visitor = { kind: 'visitor' } as const

async function aSlide() {
  const { event, speaker, chair, code } = await aDecidedProposal()
  const bytes = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#3366aa' } })
    .withExif({ IFD0: { Copyright: 'SECRET PLACE' } })
    .jpeg()
    .toBuffer()
  const upload = { name: 'slide.jpg', bytes: new Uint8Array(bytes) }
  const added = await addSessionFile(speaker, event, code, { title: 'First slide', isPublic: false, upload }, now)
  expect(added).toMatchObject({ ok: true })
  const [file] = await listOwnFiles(speaker, code)
  if (!file) throw new Error('It is not there')
  return { event, speaker, chair, code, file, upload }
}

test('a file is its speakers’ and the chairs’ until its speakers show it and the talk is confirmed', async () => {
  const { event, speaker, chair, code, file } = await aSlide()
  const reviewer = await aPerson({ roles: ['reviewer'], eventId: event.id })
  const reads = async () =>
    Promise.all([speaker, chair, reviewer, visitor].map(async (one) => (await getSessionFile(one, file.id)) !== null))
  expect(await reads()).toEqual([true, true, false, false])
  await showSessionFile(speaker, event, code, file.id, true)
  expect(await reads()).toEqual([true, true, false, false])
  await confirmProposal(speaker, event, code, now)
  expect(await reads()).toEqual([true, true, true, true])
  expect(await listPublicFiles(event.slug, code)).toMatchObject([{ title: 'First slide' }])
})

test('what the camera wrote is not kept, and what a removed file was is gone', async () => {
  const { event, speaker, code, file } = await aSlide()
  const served = await getSessionFile(speaker, file.id)
  const bytes = await storage().get(served?.stored ?? '')
  expect(bytes?.includes('SECRET PLACE')).toBe(false)
  expect(await removeSessionFile(await aPerson(), event, code, file.id)).toEqual({ ok: false })
  expect(await removeSessionFile(speaker, event, code, file.id)).toEqual({ ok: true })
  expect(await storage().get(served?.stored ?? '')).toBeNull()
})

test('a file that is not what it says is refused and leaves nothing, as does a stranger’s', async () => {
  const { event, speaker, code, upload } = await aSlide()
  const add = (person: typeof speaker, name: string) =>
    addSessionFile(person, event, code, { title: 'x', isPublic: true, upload: { ...upload, name } }, now)
  expect(await add(speaker, 'slide.pdf')).toEqual({ ok: false, reason: 'not-what-it-says' })
  expect(await add(await aPerson(), 'slide.jpg')).toEqual({ ok: false, reason: 'not-found' })
  expect(await listOwnFiles(speaker, code)).toHaveLength(1)
})
