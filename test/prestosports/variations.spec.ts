import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { StoredDocument } from './createPrestoTest.js'

import { lineSchema } from '../../src/providers/prestosports/boxScore/lines/Line.js'
import { toGameStats } from '../../src/providers/prestosports/boxScore/lines/toGameStats.js'
import { toLines } from '../../src/providers/prestosports/boxScore/lines/toLines.js'
import { parseBoxScore } from '../../src/providers/prestosports/boxScore/parseBoxScore.js'
import { toBoxScore } from '../../src/providers/prestosports/boxScore/toBoxScore.js'
import { findRecordings } from '../recordings/findRecordings.js'
import { expectBoxScore } from './expectBoxScore.js'

const GAME = 'gamegamegamegam1'

/** What would be stored of it. */
const read = async (xml: string, stored: StoredDocument[] = []) => {
  const root = await parseBoxScore(xml)
  const lines = toLines({
    gameId: GAME,
    root,
    stored: stored.map(({ externalId, ...document }) => ({ document, externalId })) as never,
    teams: { away: 'away', home: 'home' },
  })
  return {
    game: toBoxScore(root) as unknown as StoredDocument,
    lines: lines.map((line) => ({
      id: line.key,
      externalId: `${GAME}:${line.key}`,
      ...toGameStats(lineSchema.parse(line)),
    })) as unknown as StoredDocument[],
  }
}

const NUMBERS = 'hitting|pitching|fielding'
const TEAM = /<team [^>]*>.*?<\/team>/gs
const PLAYER = /<player\b.*?<\/player>/gs

/** Another game of the same kind: other numbers, some of them left out, others in the list first. */
const vary = ({ base, random }: { base: string; random: (max: number) => number }): string =>
  base
    .replaceAll(new RegExp(`<(?:${NUMBERS}) [^>]*>`, 'g'), (tag) =>
      tag.replaceAll(/ (\w+)="([\d.]+)"/g, (all, name: string, value: string) => {
        const isKept = ['ab', 'ip', 'po'].includes(name)
        if (!isKept && random(6) === 0) {
          return ''
        }
        return name === 'ip' || value.includes('.') ? all : ` ${name}="${random(99)}"`
      }),
    )
    .replaceAll(/<linescore [^>]*>.*?<\/linescore>/gs, (line) =>
      line.replace(
        '</linescore>',
        Array.from(
          { length: random(5) },
          (_, index) =>
            `<lineinn inn="${20 + index}" score="${random(4) === 0 ? 'X' : random(9)}"/>`,
        ).join('') + '</linescore>',
      ),
    )
    .replaceAll(TEAM, (all) => {
      const players = all.match(PLAYER) ?? []
      const turned = random(2) === 0 ? players.toReversed() : players
      return all.replaceAll(PLAYER, () => turned.shift() ?? '')
    })

describe.each(findRecordings('prestosports'))(
  'games like the recorded one, $name',
  ({ readText }) => {
    it.each(['boxscore-baseball-live.xml', 'boxscore-baseball-final.xml'])(
      'should be there with every number, whatever is in it: %s',
      async (file) => {
        const base = readText(file)
        await fc.assert(
          fc.asyncProperty(fc.infiniteStream(fc.nat()), async (numbers) => {
            const xml = vary({ base, random: (max) => numbers.next().value % max })
            const { game, lines } = await read(xml)

            expect(expectBoxScore({ game, gameId: GAME, lines, xml })).toBeGreaterThan(30)
          }),
          { numRuns: 6, seed: 7 },
        )
      },
    )

    it('should keep every line when the list is turned round', async () => {
      const xml = readText('boxscore-baseball-final.xml')
      const before = await read(xml)
      const turned = xml.replaceAll(TEAM, (all) => {
        const players = (all.match(PLAYER) ?? []).toReversed()
        return all.replaceAll(PLAYER, () => players.shift() ?? '')
      })
      const after = await read(turned, before.lines)
      const byName = (lines: StoredDocument[]) =>
        lines.map(({ externalId, line }) => `${externalId} ${JSON.stringify(line)}`).toSorted()

      expect(byName(after.lines)).toEqual(byName(before.lines))
    })
  },
)

it('should read names in which anything stands', async () => {
  const names = [
    'O&apos;Neil',
    'Nu\u00f1ez &amp;amp; Co',
    'D&#233;j\u00e0',
    'A:B',
    ' padded ',
    '\u674e',
  ]
  const xml = `\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><bsgame><team vh="V">${names
    .map((name) => `<player name="${name}" uni="" gp="1"><hitting ab="1"/></player>`)
    .join('')}</team><status complete="N"/></bsgame>`

  const { lines } = await read(xml)

  expect(lines.map(({ name }) => name)).toEqual([
    "O'Neil",
    'Nu\u00f1ez & Co',
    'D\u00e9j\u00e0',
    'A:B',
    'padded',
    '\u674e',
  ])
  expect(new Set(lines.map(({ externalId }) => externalId)).size).toBe(names.length)
  expect(lines.every(({ externalId }) => /^[^:]+:away:-:[^:]+$/.test(externalId))).toBe(true)
})
