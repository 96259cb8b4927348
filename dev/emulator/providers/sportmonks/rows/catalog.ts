import type { Row } from '../../../json.js'
import type { Entity, ListedName } from '../types.js'

import { country } from './entities/country.js'
import { fixture } from './entities/fixture.js'
import { league } from './entities/league.js'
import { player } from './entities/player.js'
import { round } from './entities/round.js'
import { season } from './entities/season.js'
import { stage } from './entities/stage.js'
import { team } from './entities/team.js'
import { venue } from './entities/venue.js'
import { states } from './states.js'
import { typeRows } from './typeRows.js'

const fixedRows = (rows: ReadonlyMap<number, Row>): Entity => ({
  fields: Object.keys([...rows.values()][0] ?? {}),
  ids: () => rows.keys(),
  read: ({ id, field }) => rows.get(id)?.[field],
  row: ({ id }) => rows.get(id) ?? null,
})

/** Every entity that has rows of its own. */
export const catalog: Readonly<Record<ListedName, Entity>> = {
  type: fixedRows(typeRows),
  country,
  fixture,
  league,
  player,
  round,
  season,
  stage,
  state: fixedRows(states),
  team,
  venue,
}
