import type { Emulator } from '../../Emulator.js'
import type { Json, Row } from '../../json.js'

import { isRow } from '../../json.js'
import { isLive, stateAt } from '../../world/match/stateAt.js'
import { ControlError } from './ControlError.js'
import { changePerson, describePeople } from './people.js'
import { toFaultRule } from './toFaultRule.js'
import { toSettings } from './toSettings.js'

export type ControlRoute = (args: {
  body: Row
  emulator: Emulator
  query: URLSearchParams
}) => unknown

/**
 * What can be done with the emulator over HTTP, by method and path. Each is a thin shell around
 * the same thing in code, so that tests in other processes can do what tests in this one can.
 */
export const controlRoutes: Readonly<Record<string, ControlRoute>> = {
  'DELETE /_emulator/faults': ({ emulator: { faults }, query }) => {
    const id = query.get('id')
    if (id === null) {
      faults.clear()
    } else if (!faults.remove(id)) {
      throw new ControlError(`There is no fault with the id "${id}".`)
    }
    return faults.list()
  },
  'DELETE /_emulator/records': ({ emulator: { records }, query }) => {
    const id = query.get('id')
    records.reset({
      ...(id === null ? {} : { id: Number(id) }),
      ...(query.has('entity') ? { entity: query.get('entity') ?? '' } : {}),
    })
    return records.list()
  },
  'DELETE /_emulator/requests': ({ emulator: { requests } }) => {
    requests.clear()
    return []
  },
  'GET /_emulator': ({ emulator }) => summary(emulator),
  'GET /_emulator/clock': ({ emulator }) => clockState(emulator),
  'GET /_emulator/faults': ({ emulator: { faults } }) => faults.list(),
  'GET /_emulator/prestosports': ({ emulator }) => describePeople(emulator),
  'GET /_emulator/records': ({ emulator: { records } }) => records.list(),
  'GET /_emulator/requests': ({ emulator: { requests } }) => requests.list(),
  'GET /_emulator/settings': ({ emulator: { settings } }) => settings,
  'POST /_emulator/clock': ({ body, emulator }) => {
    moveClock({ body, emulator })
    return clockState(emulator)
  },
  'POST /_emulator/faults': ({ body, emulator: { faults } }) => {
    const rule = toFaultRule(body)
    try {
      return faults.add(rule)
    } catch (cause) {
      throw new ControlError(`The fault's "path" is no valid pattern: ${rule.path}`, { cause })
    }
  },
  'POST /_emulator/prestosports': ({ body, emulator }) => {
    changePerson({ body, emulator })
    return describePeople(emulator)
  },
  'POST /_emulator/records': ({ body, emulator }) => {
    changeRecord({ body, emulator })
    return emulator.records.list()
  },
  'POST /_emulator/settings': ({ body, emulator: { settings } }) =>
    Object.assign(settings, toSettings(body)),
}

const clockState = ({ clock }: Emulator): Row => ({
  isFrozen: clock.isFrozen(),
  now: clock.now().toISOString(),
})

const moveClock = ({
  body: { advanceMs, isFrozen, set },
  emulator: { clock },
}: {
  body: Row
  emulator: Emulator
}): void => {
  // All is checked before anything moves: a refused request must change nothing.
  if (advanceMs !== undefined && (typeof advanceMs !== 'number' || !Number.isFinite(advanceMs))) {
    throw new ControlError('"advanceMs" must be a number of milliseconds.')
  }
  if (isFrozen !== undefined && typeof isFrozen !== 'boolean') {
    throw new ControlError('"isFrozen" must be true or false.')
  }
  if (set !== undefined && (typeof set !== 'string' || Number.isNaN(Date.parse(set)))) {
    throw new ControlError('"set" must be an ISO date, such as 2025-05-25T15:00:00Z.')
  }
  if (set !== undefined) {
    clock.set(new Date(set))
  }
  if (advanceMs !== undefined) {
    clock.advance(advanceMs)
  }
  if (isFrozen !== undefined) {
    ;(isFrozen ? clock.freeze : clock.resume)()
  }
}

const changeRecord = ({
  body: { id, action, entity, omit = [], patch = {}, row },
  emulator: { records },
}: {
  body: Row
  emulator: Emulator
}): void => {
  if (typeof entity !== 'string') {
    throw new ControlError('"entity" is missing: fixture, team, player, league…')
  }
  if (action === 'add') {
    if (!isRow(row) || typeof row.id !== 'number') {
      throw new ControlError('"row" must be an object with a numeric "id".')
    }
    records.add({ entity, row: { ...row, id: row.id } })
    return
  }
  if (typeof id !== 'number') {
    throw new ControlError('"id" must be a number.')
  }
  if (action === 'put') {
    if (!isRow(patch) || !isTextList(omit)) {
      throw new ControlError('"patch" must be an object and "omit" a list of field names.')
    }
    records.put({ id, entity, omit, patch })
  } else if (action === 'remove') {
    records.remove({ id, entity })
  } else if (action === 'reset') {
    records.reset({ id, entity })
  } else {
    throw new ControlError('"action" must be add, put, remove or reset.')
  }
}

const isTextList = (value: Json): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** No match lasts longer. */
const LONGEST_MATCH_MS = 4 * 60 * 60_000

const summary = (emulator: Emulator): Row => {
  const { clock, faults, formats, records, requests, world } = emulator
  const now = clock.now().getTime()
  const begun = world.matchesBetween({ from: now - LONGEST_MATCH_MS, to: now })

  return {
    clock: clockState(emulator),
    counts: {
      countries: world.countries.size,
      leagues: world.leagues.size,
      matches: world.matches.size,
      players: world.players.size,
      seasons: world.seasons.size,
      teams: world.teams.size,
    },
    faults: faults.list().length,
    formats,
    liveMatches: begun.filter((match) => isLive(stateAt({ match, now }).state)).length,
    ok: true,
    records: records.list().length,
    requests: requests.list().length,
    url: emulator.url,
  }
}
