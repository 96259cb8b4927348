/** `@payloadcms/plugin-search/client#LinkToDoc`; no path of a project's own, nor an alias. */
const COMPONENT_PATH = /^(?<name>@[\w.-]+\/[\w.-]+|[\w-][\w.-]*)(?:\/[^#]*)?#\w+$/

/** Our own. */
const OWN = 'payload-plugin-sync'

/**
 * Names of the packages whose components stand in a piece of config, by the paths that Payload's
 * import map reads.
 */
export const findPackages = (value: unknown): string[] => {
  const found = new Set<string>()
  const seen = new Set<unknown>()
  const visit = (item: unknown): void => {
    if (typeof item === 'string') {
      const name = COMPONENT_PATH.exec(item)?.groups?.name
      if (name !== undefined && name !== OWN) {
        found.add(name)
      }
    } else if (typeof item === 'object' && item !== null && !seen.has(item)) {
      seen.add(item)
      Object.values(item).forEach(visit)
    }
  }
  visit(value)
  return [...found]
}
