import type { ReactElement } from 'react'

import type { UnitState } from './FieldUnit.js'

const PATHS: Readonly<Record<UnitState, string>> = {
  conflict: 'M8 2.5 14.5 13.5H1.5ZM8 6.5v3.5M8 11.8v.2',
  edited: 'M10.5 3 13 5.5 5.5 13H3v-2.5Z',
  locked: 'M4 7.5h8v6H4ZM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2',
  synced: 'M3 8a5 5 0 0 1 8.6-3.5M13 8a5 5 0 0 1-8.6 3.5M12 2v3H9M4 14v-3h3',
}

/** A sign for how a field stands. */
export const StateIcon = ({ state }: { state: UnitState }): ReactElement => (
  <svg
    aria-hidden="true"
    className="sync-field__icon"
    fill="none"
    height="16"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="1.3"
    viewBox="0 0 16 16"
    width="16"
  >
    <path d={PATHS[state]} />
  </svg>
)
