import { expect, test } from 'vitest'
import type { ExportName } from '@/features/proposals/formats/exports'
import { importPretalx } from '@/features/proposals/import/pretalx'
import { importSessionize } from '@/features/proposals/import/sessionize'
import { foreignIds } from '@/features/proposals/rules/foreign-ids'
import { db } from '@/lib/db'
import { anOpenCall, aPerson, aProposal } from '../../factories'
import { aFolder, exportedFiles, WAYS } from '../../port'

async function anExportedEvent(names: ExportName[]) {
  const call = await anOpenCall()
  const { proposal } = await aProposal({ call })
  await aProposal({ call })
  const chair = await aPerson({ roles: ['admin'] })
  const files = await exportedFiles(call.event, chair, names)
  return { event: call.event, proposal, files }
}

const kept = (eventId: string) =>
  db.proposal.findMany({
    where: { eventId },
    orderBy: { code: 'asc' },
    select: { code: true, title: true, version: true },
  })

test.each(WAYS)('what an event wrote itself stays as it is when %s comes back to it', async (_, read, names) => {
  const { event, files } = await anExportedEvent(names)
  const before = await kept(event.id)
  const report = await read([aFolder(files)], { isDryRun: false, event: event.slug })
  expect(report.ok).toBe(true)
  expect(report.notes).toContainEqual(expect.stringContaining('2 proposals were written here'))
  expect(await kept(event.id)).toEqual(before)
  expect(await db.person.count({ where: { speaks: { some: { proposal: { eventId: event.id } } } } })).toBe(2)
})

test('a title that was changed in the file changes nothing, for its speaker is known', async () => {
  const { event, proposal, files } = await anExportedEvent(['pretalx.json'])
  const before = await kept(event.id)
  const file = (files['pretalx.json'] ?? '').replaceAll(proposal.title, 'Another title')
  const report = await importPretalx([aFolder({ 'pretalx.json': file })], { isDryRun: false, event: event.slug })
  expect([report.ok, await kept(event.id)]).toEqual([true, before])
})

test('the same id of another system is another proposal', async () => {
  const { event, proposal } = await anExportedEvent([])
  const session = {
    id: foreignIds('sessionize').proposal(proposal.code),
    title: 'Of somebody else',
    speakers: ['s'],
    status: 'Nominated',
  }
  const file = JSON.stringify({ sessions: [session], speakers: [{ id: 's', fullName: 'Sole Speaker' }] })
  await importSessionize([aFolder({ 'all.json': file })], { isDryRun: false, event: event.slug })
  expect((await kept(event.id)).map(({ title }) => title)).toContain('Of somebody else')
  expect(await kept(event.id)).toHaveLength(3)
})
