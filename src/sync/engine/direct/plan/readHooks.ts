import type { FieldHook } from 'payload'

import type { ValueNode } from './Plan.js'

type ReadHooksArgs = { event: 'beforeChange' | 'beforeValidate'; node: Pick<ValueNode, 'field'> }

const NO_HOOKS: readonly FieldHook[] = []

export const readHooks = ({ event, node }: ReadHooksArgs): readonly FieldHook[] => {
  const hooks = node.field.hooks as Partial<Record<string, FieldHook[]>> | undefined
  return hooks?.[event] ?? NO_HOOKS
}
