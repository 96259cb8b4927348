import type { Config } from 'payload'

import type { EarlyPlugin } from './EarlyPlugin.js'

import { findPackages } from './findPackages.js'

type FindByHandArgs = {
  /** As this plugin was given it. */
  config: Config
  /** Slugs of the collections that this plugin adds. */
  late: readonly string[]
}

/** As plugins are called, so that a project's own components may be told of any collection. */
const IS_PLUGIN = /(?:^|[/-])plugin-/

/**
 * The plugins that have told a component of theirs of collections that are not there yet, also those
 * that are not in `plugins`: a config can be given to a plugin by hand.
 */
export const findByHand = ({ config, late }: FindByHandArgs): EarlyPlugin[] => {
  const slugsOf = new Map<string, Set<string>>()
  const visit = (item: unknown): void => {
    if (typeof item !== 'object' || item === null) {
      return
    }
    if ('path' in item && typeof item.path === 'string') {
      const { clientProps, path, serverProps } = { clientProps: {}, serverProps: {}, ...item }
      const told = findTexts([clientProps, serverProps]).filter((text) => late.includes(text))
      for (const name of findPackages(path).filter((found) => IS_PLUGIN.test(found))) {
        slugsOf.set(name, new Set([...(slugsOf.get(name) ?? []), ...told]))
      }
    } else {
      Object.values(item).forEach(visit)
    }
  }
  visit(config.admin?.components)
  config.collections?.forEach(({ admin }) => visit(admin?.components))
  return [...slugsOf]
    .filter(([, slugs]) => slugs.size > 0)
    .map(([name, slugs]) => ({ name, slugs: [...slugs] }))
}

const findTexts = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value]
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findTexts) : []
}
