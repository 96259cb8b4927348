import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

import type { GroupNode, Plan, PlanNode, ValueNode, Values } from '../plan/Plan.js'

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

type ToGroupArgs = { children: PlanNode[] } & Pick<GroupNode, 'isSilent' | 'name'>

const toGroup = ({ name, children, isSilent }: ToGroupArgs): GroupNode => ({
  name,
  children,
  condition: undefined,
  field: { name, type: 'group', fields: [] },
  isSilent,
  kind: 'group',
  path: [name],
})

type ToArgs = { data: Values; doc?: Values; nodes: PlanNode[] }

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

  it('should look into groups behind the fields beside them, whether they wait or not', async () => {
    const looked: unknown[] = []
    const toLooking = (name: string): ValueNode =>
      toNode({
        name,
        validate: (value) => {
          looked.push(value)
          return true
        },
      })
    const nodes = [
      toGroup({ name: 'silent', children: [toLooking('a')], isSilent: true }),
      toGroup({ name: 'loud', children: [toLooking('b')], isSilent: false }),
      toLooking('c'),
    ]
    const data = { c: 'beside', loud: { b: 'in loud' }, silent: { a: 'in silent' } }

    await walkBeforeChange(toArgs({ data, nodes }))

    expect(looked).toEqual(['beside', 'in silent', 'in loud'])
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

  it.each([
    ['was said', { group: { inside: 'new' } }, { inside: 'new' }],
    ['was not said', {}, undefined],
  ])('should show a hook a group that %s as Payload does', async (_, said: Values, first) => {
    const shown: unknown[] = []
    const hook = async ({ siblingData }: { siblingData: Values }): Promise<void> => {
      shown.push(structuredClone(siblingData.group))
      await Promise.resolve()
      shown.push(structuredClone(siblingData.group))
    }
    const nodes = [
      toGroup({ name: 'group', children: [toNode({ name: 'inside' })], isSilent: true }),
      toNode({ name: 'hooked', field: { hooks: { beforeValidate: [hook] } } as never }),
    ]
    const data: Values = { hooked: 'a', ...said }
    const doc = { group: { inside: 'held' } }

    await walkBeforeValidate(toArgs({ data, doc, nodes }))

    expect(shown[0]).toEqual(first)
    expect(shown[1]).toEqual(first ?? { inside: 'held' })
    expect(data.group).toEqual(first ?? { inside: 'held' })
  })
})
