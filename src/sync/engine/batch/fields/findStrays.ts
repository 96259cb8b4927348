import type { Field } from 'payload'

import type { JsonObject } from '../../../../shared/json.js'
import type { Job } from '../Job.js'

import { findUnknownFields } from '../../merge/findUnknownFields.js'

type FindStraysArgs = {
  document: JsonObject
  job: Pick<Job, 'provider' | 'resource' | 'shape'>
}

/**
 * What a record is mapped to although its collection has no such field, as paths. A field that a
 * project dropped from a collection of the provider's kit is meant, and none of them.
 */
export const findStrays = ({
  document,
  job: { provider, resource, shape },
}: FindStraysArgs): string[] => {
  const unknown = findUnknownFields({ document, shape })
  if (unknown.length === 0) {
    return []
  }
  const dropped = findKitPaths({ provider, resource })
  return unknown.filter((path) => !dropped.has(path))
}

type KitCollection = NonNullable<
  ReturnType<NonNullable<Job['provider']['content']>['collections']['get']>
>

const known = new WeakMap<KitCollection, ReadonlySet<string>>()

type FindKitPathsArgs = Pick<Job, 'provider' | 'resource'>

/** All fields that a collection of the kit has before a project changes it, and their groups. */
const findKitPaths = ({ provider, resource }: FindKitPathsArgs): ReadonlySet<string> => {
  const kit = provider.content
  const collection = kit?.collections.get(resource.collection)
  if (!kit || !collection) {
    return new Set()
  }
  const before = known.get(collection)
  if (before) {
    return before
  }
  const slugs = Object.fromEntries([...kit.collections.keys()].map((key) => [key, key]))
  const paths = new Set(
    listPaths({ fields: collection.create({ hasEditor: true, slugs }).fields, prefix: '' }),
  )
  known.set(collection, paths)
  return paths
}

type ListPathsArgs = { fields: readonly Field[]; prefix: string }

const listPaths = ({ fields, prefix }: ListPathsArgs): string[] =>
  fields.flatMap((field): string[] => {
    if (field.type === 'tabs') {
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? withPath({ fields: tab.fields, path: `${prefix}${tab.name}` })
          : listPaths({ fields: tab.fields, prefix }),
      )
    }
    const inner = 'fields' in field ? field.fields : []
    return 'name' in field && field.name
      ? withPath({ fields: inner, path: `${prefix}${field.name}` })
      : listPaths({ fields: inner, prefix })
  })

const withPath = ({ fields, path }: { fields: readonly Field[]; path: string }): string[] => [
  path,
  ...listPaths({ fields, prefix: `${path}.` }),
]
