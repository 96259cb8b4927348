import { deepCopyObjectSimple } from 'payload'

import type { Values } from './plan/Plan.js'

/**
 * A document that belongs to whoever asked, as `deepCopyObjectSimple` makes it. That asks for each
 * value whether it can be set, and most values of a document are no objects.
 */
export const copyValues = (values: Values): Values => {
  const copied = { ...values }
  for (const key of Object.keys(copied)) {
    const value = copied[key]
    if (typeof value === 'object' && value !== null) {
      copied[key] = deepCopyObjectSimple(value as never)
    }
  }
  return copied
}
