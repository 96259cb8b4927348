import { describe, expect, it } from 'vitest'

import { readShape } from '../merge/readShape.js'
import { DEFAULT_RULES } from '../rules/ResourceRules.js'
import { nextConflicts } from './nextConflicts.js'

const TITLE = { base: 'said 1', current: 'mine', incoming: 'said 2', policy: 'editor', run: '1' }

const next = (said: Record<string, unknown>, differing: string[]) =>
  nextConflicts({
    current: new Map([['title', 'mine']]),
    incoming: new Map(Object.entries(said)),
    merge: { conflicts: [], differing, overwritten: [] },
    now: new Date(0),
    previous: { title: { ...TITLE, policy: 'editor', since: '2026-01-01T00:00:00.000Z' } },
    rules: DEFAULT_RULES,
    runId: 2,
    shape: readShape({ flattenedFields: [{ name: 'title', type: 'text' }] }),
  })

describe('a conflict', () => {
  it('should stay while the two differ', () => {
    expect(next({ title: 'said 2' }, ['title'])).toMatchObject({ title: TITLE })
  })

  it('should stay when a word says nothing of the field, as a live one may', () => {
    expect(next({ score: 1 }, [])).toMatchObject({ title: TITLE })
  })

  it('should close when both agree', () => {
    expect(next({ title: 'mine' }, [])).toEqual({})
  })
})
