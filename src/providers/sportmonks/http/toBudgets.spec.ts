import { expect, it } from 'vitest'

import { toBudgets } from './toBudgets.js'

it.each([
  ['/core/countries', ['Country']],
  ['/football/fixtures/between/2026-05-01/2026-05-08', ['Fixture']],
  ['/football/livescores/inplay', ['Fixture']],
  ['/football/leagues/8', ['League']],
  ['/football/seasons/23614', ['Season']],
  ['/football/squads/teams/9', ['PlayerTeam']],
  ['/football/teams/seasons/23614', ['Team']],
  ['/odds/markets', []],
])('should count %s against %j', (path, budgets) => {
  expect(toBudgets(path)).toEqual(budgets)
})
