import type { Provider, ProviderDefinition } from './Provider.js'
import type { Resource } from './Resource.js'

import { OptionsError } from '../shared/errors/index.js'
import { toAccounts } from './connections/toAccounts.js'
import { toConnections } from './connections/toConnections.js'
import { isFileImport } from './files/FileImport.js'
import { findHttpMistakes, findResourceMistakes } from './findMistakes.js'
import { fitsHeader } from './options/optionRules.js'

const NAME = /^[a-z][a-z0-9-]*$/
const RESOURCE_NAME = /^[a-z][\w-]*$/i

/** Resources so that each comes after those it refers to; a circle is reported, not followed. */
const inDependencyOrder = (
  resources: Record<string, Resource>,
  problems: string[],
): Map<string, Resource> => {
  const ordered = new Map<string, Resource>()
  const visit = (name: string, path: string[]): void => {
    const resource = resources[name]
    if (!resource || ordered.has(name)) {
      return
    }
    if (path.includes(name)) {
      problems.push(`resources refer to each other in a circle: ${[...path, name].join(' → ')}`)
      return
    }
    for (const other of resource.references) {
      if (!resources[other]) {
        problems.push(`resource "${name}" refers to "${other}", which the provider does not have`)
      }
      visit(other, [...path, name])
    }
    ordered.set(name, resource)
  }
  for (const name of Object.keys(resources)) {
    visit(name, [])
  }
  return ordered
}

/**
 * Describes an outside system: how to ask it and which resources it has.
 *
 * @throws OptionsError that lists every name, connection and dependency that cannot work
 */
export const defineProvider = <
  const TName extends string = string,
  TResource extends string = string,
>({
  name,
  accounts,
  close,
  connect,
  connections,
  content,
  discover,
  http,
  label = name,
  problems = [],
  quotaLabels = {},
  resources: given,
  source,
  triggersPerHour,
}: ProviderDefinition<TName, TResource>): Provider<TName, TResource> => {
  const resources: Record<string, Resource> = given
  const mistakes: string[] = []
  if (!NAME.test(name)) {
    mistakes.push(`provider name must match ${NAME} (was "${name}")`)
  }
  if (connect && http) {
    mistakes.push('give either http or connect, not both')
  }
  if (accounts && !connect && !source) {
    mistakes.push('accounts are for a provider with connect or source')
  }
  if (connections && !connect && !source) {
    mistakes.push('connections are for a provider with connect or source')
  }
  if (http) {
    mistakes.push(...findHttpMistakes(http))
  }
  const whole = Object.entries(resources).filter(([resource, definition]) => {
    const found = findResourceMistakes({ name: resource, resource: definition })
    mistakes.push(...found)
    return found.length === 0
  })
  if (mistakes.length > 0 && whole.length < Object.keys(resources).length) {
    throw new OptionsError({ problems: mistakes, subject: `defineProvider "${name}"` })
  }
  for (const [resource, { claim, fetchOne }] of whole) {
    if (claim && fetchOne) {
      mistakes.push(`resource "${resource}" has both claim and fetchOne; give one of them`)
    }
    if (!RESOURCE_NAME.test(resource)) {
      mistakes.push(`resource name of "${name}" must match ${RESOURCE_NAME} (was "${resource}")`)
    }
  }
  for (const [header, value] of Object.entries(http?.headers ?? {})) {
    if (!fitsHeader(value)) {
      mistakes.push(`header "${header}" of http has characters that no header can carry`)
    }
  }
  if (triggersPerHour !== undefined && !(triggersPerHour >= 1)) {
    mistakes.push(`triggersPerHour must be 1 at least (was ${triggersPerHour})`)
  }
  const known = toConnections({
    connections: connections ?? (accounts && {}),
    isOpen: accounts !== undefined,
    label,
    mistakes,
  })
  const ofPeople =
    accounts && toAccounts({ accounts, hasFiles: isFileImport(source), mistakes, resources })
  const ordered = inDependencyOrder(resources, mistakes)
  if (mistakes.length > 0) {
    throw new OptionsError({ problems: mistakes, subject: `defineProvider "${name}"` })
  }
  return {
    name,
    accounts: ofPeople,
    close,
    connect,
    connections: known,
    content,
    discover,
    http,
    label,
    problems,
    quotaLabels,
    resources: ordered as ReadonlyMap<string, Resource> as ReadonlyMap<TResource, Resource>,
    source,
    triggersPerHour,
  }
}
