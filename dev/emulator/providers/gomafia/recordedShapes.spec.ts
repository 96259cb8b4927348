import { describe, expect, it } from 'vitest'

import { parseHtml } from '../../../../src/sdk/index.js'
import { findRecordings } from '../../../../test/recordings/findRecordings.js'
import { startTestEmulator } from '../../startTestEmulator.js'

type NextData = {
  buildId: string
  props: { pageProps: { serverData: { history: { nominations: unknown }[] } } }
} & Record<string, unknown>

/** Keys and kinds of values, however deep; of a list, those of what it holds first. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.slice(0, 1).map(shapeOf)
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, shapeOf(inside)]))
    : value === null
      ? 'null'
      : typeof value
}

/** PHP writes an object with nothing in it as a list; those that have something come first. */
const withNominationsFirst = (data: NextData): NextData => {
  const { history } = data.props.pageProps.serverData
  history.sort(
    (a, b) => Number(Array.isArray(a.nominations)) - Number(Array.isArray(b.nominations)),
  )
  return data
}

describe.each(findRecordings('gomafia'))('shapes of $name pages', ({ read }) => {
  it('should have the keys and kinds of values of the recorded page of a player', async () => {
    const { emulator } = await startTestEmulator()
    const recorded = withNominationsFirst(read('stats-3170.next-data.json') as NextData)
    // Somebody with nominations, which are in every seventh tournament.
    const [first] = emulator.gomafia.world.tournaments.find(({ id }) => id % 7 === 0)!.rounds
    const { player } = first![0]!.seats[0]!
    const response = await fetch(`${emulator.url}/gomafia/stats/${player}`)
    const page = await parseHtml(await response.text())
    const { rawText } = page.querySelector('script#__NEXT_DATA__')!

    expect(shapeOf(withNominationsFirst(JSON.parse(rawText) as NextData))).toEqual(
      shapeOf(recorded),
    )
  })

  it('should have the data alone where a link of the site finds them', async () => {
    const { emulator } = await startTestEmulator()
    const { buildId, world } = emulator.gomafia
    const response = await fetch(
      `${emulator.url}/gomafia/_next/data/${buildId}/stats/${world.players[0]!.id}.json`,
    )
    const recorded = read('stats-3170.next-data.json') as NextData

    expect(Object.keys((await response.json()) as object).sort()).toEqual(
      Object.keys(recorded.props).sort(),
    )
  })
})
