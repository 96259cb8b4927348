import type { Sight } from '../../../sdk/connections/Sight.js'
import type { Provider } from '../../../sdk/index.js'
import type { Schedule } from '../../schedule/Schedule.js'
import type {
  ConnectionStatus,
  StoredConnection,
} from '../../store/connections/StoredConnection.js'

import { isInSight } from '../../../sdk/connections/Sight.js'

/** A connection that somebody entered, as whoever may know of it is shown it. */
export type OwnConnection = {
  id: number | string
  /** Whether it is used at all. */
  isActive: boolean
  /** As people read it. */
  label: string
  /** When a run with it completed last, ISO 8601. */
  lastSuccessAt: null | string
  /** What its runs are kept under. */
  name: string
  /** When a schedule reads everything with it next, ISO 8601. Absent where none does. */
  nextSlotAt?: string
  /** Why it does not work, in words; `null` when nothing is wrong. */
  problem: null | string
  status: ConnectionStatus
}

type ListOwnConnectionsArgs = {
  provider: Provider
  /** Those that are on. */
  schedules: readonly Schedule[]
  sight: Sight
  stored: readonly StoredConnection[]
}

/**
 * The connections to a provider that people entered, those that need somebody first, then by name.
 * `undefined` for a provider of which nobody enters any.
 */
export const listOwnConnections = ({
  provider: { name: provider, accounts, connections },
  schedules,
  sight,
  stored,
}: ListOwnConnectionsArgs): OwnConnection[] | undefined =>
  accounts &&
  stored
    .filter((row) => row.provider === provider && isInSight({ connection: row.name, sight }))
    .map(({ id, name, deactivatedReason, isActive, label, lastError, lastSuccessAt, status }) => {
      const [missing = null] = connections.get(name)?.problems ?? []
      const nextSlotAt =
        isActive && missing === null
          ? findNext(schedules.filter((schedule) => isMeant({ name, provider, schedule })))
          : undefined
      return {
        id,
        name,
        isActive,
        label,
        lastSuccessAt,
        ...(nextSlotAt !== undefined && { nextSlotAt }),
        problem: deactivatedReason ?? missing ?? lastError,
        status,
      }
    })
    .toSorted((one, other) => toRank(one) - toRank(other) || one.label.localeCompare(other.label))

type IsMeantArgs = { name: string; provider: string; schedule: Schedule }

/** A live schedule looks every few minutes whether there is anything to do, which is no promise. */
const isMeant = ({
  name,
  provider,
  schedule: { connection, mode, provider: of },
}: IsMeantArgs): boolean =>
  of === provider && mode !== 'live' && (connection === null || connection === name)

const findNext = (schedules: readonly Schedule[]): string | undefined =>
  schedules
    .flatMap(({ nextSlotAt }) => nextSlotAt ?? [])
    .toSorted()
    .at(0)

const NEEDS_SOMEBODY: readonly ConnectionStatus[] = ['deactivated', 'refused', 'failing']

const toRank = ({ isActive, status }: Pick<OwnConnection, 'isActive' | 'status'>): number =>
  NEEDS_SOMEBODY.includes(status) && (isActive || status === 'deactivated') ? 0 : 1
