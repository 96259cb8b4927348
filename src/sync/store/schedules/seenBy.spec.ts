import { describe, expect, it } from 'vitest'

import type { SeenBy } from './seenBy.js'

import { isDeployedAnywhere, isSuperseded, noteSeen } from './seenBy.js'

const at = (hours: number): Date => new Date(Date.UTC(2031, 2, 5) + hours * 3_600_000)

type NoteArgs = { at: number; notes?: SeenBy; version: number | string | undefined }

/** What is noted when a process with the config `a` comes by. */
const note = ({ at: hours, notes = {}, version }: NoteArgs): SeenBy =>
  noteSeen({ config: 'a', isNewest: false, now: at(hours), seenBy: notes, version }) ?? notes

const isBehind = (args: { at: number; notes: SeenBy; version: number | string | undefined }) =>
  isSuperseded({ notes: [{}, args.notes], now: at(args.at), version: args.version })

describe('the version of a config', () => {
  it('should be behind a newer one of its kind until 36 hours after its last sign', () => {
    const notes = note({ at: 0, version: 2 })
    expect(isBehind({ at: 35.9, notes, version: 1 })).toBe(true)
    expect(isBehind({ at: 36, notes, version: 1 })).toBe(false)
    for (const version of [2, 3, undefined, '2000-01-01T00:00:00.000Z']) {
      expect(isBehind({ at: 0, notes, version }), String(version)).toBe(false)
    }
    const moments = note({ at: 0, version: '2031-03-05T00:00:00.000Z' })
    expect(isBehind({ at: 0, notes: moments, version: '2031-03-04T23:59:59.999Z' })).toBe(true)
    expect(isBehind({ at: 0, notes: moments, version: '2031-03-05T00:00:00.000Z' })).toBe(false)
  })

  it('should not outlive its processes through those without a version', () => {
    let notes = note({ at: 0, version: 2 })
    for (let hours = 1; hours < 40; hours += 1) {
      notes = note({ at: hours, notes, version: undefined })
    }
    expect(isBehind({ at: 39, notes, version: 1 })).toBe(false)
    // Nor be forgotten because of them.
    notes = note({ at: 39.99, notes, version: 2 })
    expect(isBehind({ at: 40, notes, version: 1 })).toBe(true)
  })

  it('should be noted at once when it rises, and when an earlier one is back', () => {
    const raised = note({ at: 0.001, notes: note({ at: 0, version: 1 }), version: 2 })
    expect(raised.a).toMatchObject({ first: at(0).toISOString(), version: 2 })
    const lowered = note({ at: 40, notes: raised, version: 1 })
    expect(lowered.a).toMatchObject({ version: 1 })
    expect(isBehind({ at: 40, notes: lowered, version: 1 })).toBe(false)
  })

  it('should stay known when processes of other configs come by', () => {
    const notes = noteSeen({
      config: 'b',
      isNewest: true,
      now: at(20),
      seenBy: note({ at: 0, version: 2 }),
      version: undefined,
    })!
    expect(isBehind({ at: 21, notes, version: 1 })).toBe(true)
  })

  it('should let go at once of what only older ones have', () => {
    const isKept = (notes: SeenBy, version: number | undefined) =>
      isDeployedAnywhere({ now: at(0.1), seenBy: notes, version })
    const notes = note({ at: 0, version: 1 })
    expect(isKept(notes, 2)).toBe(false)
    expect(isKept(notes, 1)).toBe(true)
    expect(isKept(notes, undefined)).toBe(true)
    expect(isKept(note({ at: 0.09, notes, version: undefined }), 2)).toBe(true)
  })
})
