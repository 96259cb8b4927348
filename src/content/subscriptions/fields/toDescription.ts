import type { EntityDescriptionFunction, LabelFunction } from 'payload'

/** A label as the text under the heading of a collection, for which Payload hands over less. */
export const toDescription =
  (label: LabelFunction): EntityDescriptionFunction =>
  ({ t }) =>
    label({ t } as unknown as Parameters<LabelFunction>[0])
