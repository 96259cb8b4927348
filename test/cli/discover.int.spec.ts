import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Emulator } from '../../dev/emulator/Emulator.js'

import { PREFIX } from '../../dev/emulator/providers/api-football/createApiFootball.js'
import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { createTestProject } from '../project/createTestProject.js'
import { createCliTest } from './createCliTest.js'

describe('payload sync discover', () => {
  let emulator: Emulator
  let call: ReturnType<typeof createCliTest>
  let close: () => Promise<void>

  beforeAll(async () => {
    emulator = await startEmulator()
    const { payload } = await createTestProject({
      isNew: true,
      options: {
        providers: [
          sportmonks({ apiToken: 'token', baseUrl: `${emulator.url}/v3`, leagues: [8] }),
          apiFootball({ apiKey: 'key', baseUrl: `${emulator.url}${PREFIX}` }),
        ],
      },
    })
    call = createCliTest(payload)
    close = async () => {
      await payload.destroy()
      await emulator.close()
    }
  })

  afterAll(() => close())

  const toRows = (provider: 'api-football' | 'sportmonks') =>
    [...emulator.world.leagues.values()].map((league) => ({ league, provider }))

  it.each(['sportmonks', 'api-football'] as const)(
    'should list every league of %s with its country, also those that nobody chose',
    async (provider) => {
      const { code, output } = await call({ args: ['discover', provider, 'leagues', '--json'] })

      const found = JSON.parse(output) as { group: string; label: string; value: number }[]
      expect(code).toBe(0)
      expect(found).toHaveLength(toRows(provider).length)
      expect(new Set(found.map(({ label }) => label))).toEqual(
        new Set(toRows(provider).map(({ league }) => league.name)),
      )
      expect(found.every(({ group }) => group.length > 0)).toBe(true)
      expect(found.map(({ group }) => group)).toEqual(found.map(({ group }) => group).toSorted())
    },
  )

  it('should find by words of name and country in any order, and say what to write', async () => {
    const all = await call({ args: ['discover', 'sportmonks', 'leagues', '--json'] })
    const [first] = JSON.parse(all.output) as { group: string; label: string; value: number }[]
    const words = [first!.label.toUpperCase(), first!.group.toLowerCase()]

    const { code, errors, lines } = await call({
      args: ['discover', 'sportmonks', 'leagues', ...words],
    })

    expect(code).toBe(0)
    expect(lines.some((line) => line.includes(String(first!.value)))).toBe(true)
    expect(errors).toContain('sportmonks({ leagues: [')
    expect(errors).toContain(String(first!.value))
  })

  it.each([
    [['sportmonks', 'leagues', 'no such league'], 1, 'None of'],
    [['sportmonks', 'teams'], 2, 'Sportmonks can be asked for leagues, not for "teams".'],
    [['sportmonk', 'leagues'], 2, 'sportmonk'],
    [['sportmonks'], 2, 'Usage: payload sync discover'],
  ])('should say what is wrong with %j', async (args, code, message) => {
    const answer = await call({ args: ['discover', ...args] })

    expect(answer).toMatchObject({ code, output: '' })
    expect(answer.errors).toContain(message)
  })

  it('should say so when the provider fails', async () => {
    emulator.faults.add({ kind: 'status', path: '/v3/football/leagues', status: 401, times: 1 })

    const answer = await call({ args: ['discover', 'sportmonks', 'leagues'] })

    expect(answer.code).toBe(1)
    expect(answer.errors).toContain('Sportmonks')
  })
})
