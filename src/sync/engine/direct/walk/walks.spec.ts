import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import type { Plan, ValueNode, Values } from '../plan/Plan.js'

import { GiveUpError } from '../GiveUpError.js'
import { walkBeforeChange } from './walkBeforeChange.js'
import { walkBeforeValidate } from './walkBeforeValidate.js'

/** A text field, with what a test wants of it. */
const toNode = (own: { name: string } & Partial<ValueNode>): ValueNode => ({
  type: 'text',
  base: {},
  column: undefined,
  condition: undefined,
  defaultValue: undefined,
  field: { name: own.name, type: 'text' },
  indexPath: [],
  isHidden: false,
  key: own.name,
  kind: 'value',
  looksAtValueOnly: false,
  path: [own.name],
  schemaPath: [own.name],
  siblings: [],
  takesNumbers: false,
  validate: undefined,
  values: 'text',
  ...own,
})

type ToArgs = { data: Values; doc?: Values; nodes: ValueNode[] }

/** What a walk takes, of a plan that has nothing but fields. */
const toArgs = ({ data, doc = {}, nodes }: ToArgs) => ({
  id: 1,
  context: {},
  data,
  doc,
  docWithLocales: {},
  operation: 'update' as const,
  plan: { collection: {}, nodes } as unknown as Plan,
  req: {} as never,
})

/** A hook that takes its time, and what is known of it. */
const createSlowHook = () => {
  const seen = { hasEnded: false }
  const hook = async (): Promise<void> => {
    await setImmediate()
    seen.hasEnded = true
  }
  return { hook, seen }
}

describe('walkBeforeChange', () => {
  it('should refuse a value only when the hooks that have begun are done', async () => {
    const { hook, seen } = createSlowHook()
    const nodes = [
      toNode({ name: 'hooked', field: { hooks: { beforeChange: [hook] } } as never }),
      toNode({ name: 'wrong', validate: () => 'No.' }),
    ]

    const refused = walkBeforeChange(toArgs({ data: { hooked: 'a', wrong: 'b' }, nodes }))

    await expect(refused).rejects.toThrow(GiveUpError)
    expect(seen.hasEnded).toBe(true)
  })
})

describe('walkBeforeValidate', () => {
  it('should refuse a value only when the hooks that have begun are done', async () => {
    const { hook, seen } = createSlowHook()
    const nodes = [
      toNode({ name: 'hooked', field: { hooks: { beforeValidate: [hook] } } as never }),
      toNode({ name: 'text', type: 'richText' }),
    ]

    const refused = walkBeforeValidate(toArgs({ data: { hooked: 'a', text: 'b' }, nodes }))

    await expect(refused).rejects.toThrow(GiveUpError)
    expect(seen.hasEnded).toBe(true)
  })

  it('should show a hook of the other fields what was said, and what is held when it has waited', async () => {
    const shown: unknown[] = []
    const hook = async ({ siblingData }: { siblingData: Values }): Promise<void> => {
      shown.push({ ...siblingData })
      await Promise.resolve()
      shown.push({ ...siblingData })
    }
    const nodes = [
      toNode({ name: 'before' }),
      toNode({ name: 'hooked', field: { hooks: { beforeValidate: [hook] } } as never }),
      toNode({ name: 'after' }),
    ]
    const data = { hooked: 'new' }
    const doc = { after: 'held', before: 'held', hooked: 'old' }

    await walkBeforeValidate(toArgs({ data, doc, nodes }))

    expect(shown).toEqual([
      { before: undefined, hooked: 'new' },
      { after: undefined, before: 'held', hooked: 'new' },
    ])
    expect(data).toEqual({ after: 'held', before: 'held', hooked: 'new' })
  })
})
