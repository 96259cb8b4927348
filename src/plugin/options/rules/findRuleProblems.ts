import type { SyncPluginOptions } from '../SyncPluginOptions.js'

import { findNearest } from '../findNearest.js'
import { resolveRules } from './resolveRules.js'

type GivenRules = Pick<SyncPluginOptions, 'providers' | 'resources'>

/** Rules for resources that nobody has, and fields that are one with two others. */
export const findRuleProblems = (options: GivenRules): string[] => {
  const { resources = {} } = options
  const rules = resolveRules(options)
  const known = [...rules.keys()]
  const unknown = Object.keys(resources).filter(
    (name) => resources[name] !== undefined && !rules.has(name),
  )
  return [
    ...unknown.map((name) => {
      const nearest = findNearest({ name, known }).map((other) => `"${other}"`)
      return (
        `resources.${name}: no provider has such a resource` +
        (nearest.length > 0 ? `; the nearest are ${nearest.join(', ')}` : '')
      )
    }),
    ...[...rules].flatMap(([name, { mergeTogether }]) => {
      const paths = mergeTogether.flat()
      const twice = new Set(paths.filter((path, index) => paths.indexOf(path) !== index))
      return [...twice].map(
        (path) => `resources.${name}.mergeTogether: "${path}" is there more than once`,
      )
    }),
  ]
}
