import type { SanitizedCollectionConfig } from 'payload'

/** Payload's own fields for places: that of the collection, and those within joins. */
const PLACE = /^_(?:.+_)?order$/

/**
 * Whether documents of a collection have a place among the others. A hook of Payload's gives a new one
 * the place behind the last that is stored, so those of a batch would all have the same.
 *
 * @see `addOrderableFieldsAndHook` in `config/orderable` of payload
 */
export const isOrderable = ({ fields, orderable }: SanitizedCollectionConfig): boolean =>
  orderable === true || fields.some((field) => field.type === 'text' && PLACE.test(field.name))
