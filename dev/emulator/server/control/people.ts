import type { Emulator } from '../../Emulator.js'
import type { Row } from '../../json.js'

import { ControlError } from './ControlError.js'

const SWITCHES = ['isDenied', 'isRefreshFailing', 'isRevoked'] as const

/** The people of PrestoSports with their passwords, and every token that was ever given. */
export const describePeople = ({ prestosports: { accounts, world } }: Emulator): Row => ({
  issued: accounts.issued,
  people: [...accounts.list.values()].map(({ asked: _, teamIds, ...person }): Row => ({
    ...person,
    teamIds,
    teams: teamIds.map((id) => world.teams.get(id)?.name ?? null),
  })),
})

/** Switches somebody's access: `{ username, isRevoked: true }`. */
export const changePerson = ({ body, emulator }: { body: Row; emulator: Emulator }): void => {
  const username = typeof body.username === 'string' ? body.username : ''
  const person = emulator.prestosports.accounts.list.get(username)
  if (!person) {
    throw new ControlError(`There is nobody called "${username}".`)
  }
  for (const name of SWITCHES) {
    const value = body[name]
    if (value !== undefined && typeof value !== 'boolean') {
      throw new ControlError(`"${name}" must be true or false.`)
    }
    person[name] = value ?? person[name]
  }
}
