import type { Misfit } from '../../merge/kinds/findMisfits.js'

/** Values are of another kind than their fields; nothing was written. */
export class MisfitError extends Error {
  readonly misfits: readonly Misfit[]
  override readonly name = 'MisfitError'

  constructor({ misfits }: { misfits: readonly Misfit[] }) {
    super(
      misfits
        .map(({ given, path, wants }) => `${path}: wants ${wants}, was given ${given}`)
        .join('. '),
    )
    this.misfits = misfits
  }
}
