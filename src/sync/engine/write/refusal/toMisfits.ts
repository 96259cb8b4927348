import type { Job } from '../../batch/Job.js'
import type { Misfit } from '../../merge/kinds/findMisfits.js'
import type { Shape } from '../../merge/readShape.js'

import { findMisfits } from '../../merge/kinds/findMisfits.js'

type ToMisfitsArgs = {
  document: Record<string, unknown>
  job: Pick<Job, 'collections' | 'payload'>
  shape: Shape
}

/** The values of a mapped document that their fields cannot take, in this project. */
export const toMisfits = ({
  document,
  job: { collections, payload },
  shape,
}: ToMisfitsArgs): Misfit[] =>
  findMisfits({
    collections,
    document,
    idTypeOf: (slug) => {
      const type = payload.collections[slug]?.customIDType ?? payload.db.defaultIDType
      return type === 'number' ? 'number' : 'text'
    },
    shape,
  })
