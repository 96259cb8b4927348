import type { Payload } from 'payload'

import { NAMESPACE } from './createLabels.js'

type KitMark = { isPersonal?: boolean; key: string; kit: string }

/** What the `custom` of a collection says: which one of which kit it is. */
export const toKitMark = (mark: KitMark): Record<string, KitMark> => ({ [NAMESPACE]: mark })

type MarkedCollection = { custom?: Record<string, unknown> }

/** Whether each document of a collection belongs to one person. */
export const isPersonal = ({ custom }: MarkedCollection): boolean =>
  (custom?.[NAMESPACE] as Partial<KitMark> | undefined)?.isPersonal === true

type FindKitSlugsArgs = { kit: string; payload: Pick<Payload, 'config'> }

/**
 * The slug that each collection of a kit has in a project, by key. A collection that no provider
 * fills is not there. For what a kit offers to the server of a site.
 */
export const findKitSlugs = ({ kit, payload }: FindKitSlugsArgs): Record<string, string> =>
  Object.fromEntries(
    payload.config.collections.flatMap(({ slug, custom }) => {
      const mark = custom?.[NAMESPACE] as Partial<KitMark> | undefined
      return mark?.kit === kit && mark.key !== undefined ? [[mark.key, slug]] : []
    }),
  )
