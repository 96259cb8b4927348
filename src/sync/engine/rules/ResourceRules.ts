import type { ConflictPolicy, OnLocalDelete, OnMissing } from '../../../sdk/rules/RecordRules.js'

/** What is to become of the records of a resource, with every default filled in. */
export type ResourceRules = {
  fieldPolicies: Readonly<Record<string, ConflictPolicy>>
  mergeTogether: readonly (readonly string[])[]
  onLocalDelete: OnLocalDelete
  onMissing: OnMissing
  policy: ConflictPolicy
  writes: 'plain' | 'together'
}

/** Rules of a resource of which nobody has said anything. */
export const DEFAULT_RULES: ResourceRules = {
  fieldPolicies: {},
  mergeTogether: [],
  onLocalDelete: 'keepAway',
  onMissing: 'flag',
  policy: 'editor',
  writes: 'together',
}

type MergeRules = Pick<ResourceRules, 'fieldPolicies' | 'policy'>

/** The policy of a field: its own, that of what it is in, or that of the resource. */
export const findPolicy = ({ fieldPolicies, policy }: MergeRules, path: string): ConflictPolicy => {
  const keys = path.split('.')
  for (let length = keys.length; length > 0; length -= 1) {
    const own = fieldPolicies[keys.slice(0, length).join('.')]
    if (own) {
      return own
    }
  }
  return policy
}

/** The policy of fields that are one: that which writes the least. */
export const findUnitPolicy = (rules: MergeRules, paths: readonly string[]): ConflictPolicy => {
  const policies = paths.map((path) => findPolicy(rules, path))
  return (
    policies.find((policy) => policy === 'ask') ??
    policies.find((policy) => policy === 'editor') ??
    'provider'
  )
}

/** The fields that a field is one with, itself among them. */
export const findUnit = (
  { mergeTogether }: Pick<ResourceRules, 'mergeTogether'>,
  path: string,
): readonly string[] => mergeTogether.find((unit) => unit.includes(path)) ?? [path]
