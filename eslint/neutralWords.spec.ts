import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'

import { neutralWords } from './neutralWords.js'
import { typescriptParser } from './typescriptParser.js'

/** What the rule says about code in a file below src. */
const lint = ({ code, file }: { code: string; file: string }): string[] =>
  new Linter({ cwd: '/project' })
    .verify(
      code,
      [
        {
          files: ['**/*.ts', '**/*.tsx'],
          languageOptions: {
            parser: typescriptParser,
            parserOptions: { ecmaFeatures: { jsx: true } },
          },
          plugins: { rooms: { rules: { neutralWords } } },
          rules: { 'rooms/neutralWords': 'error' },
          settings: { rooms: { source: '/project/src' } },
        },
      ],
      { filename: `/project/src/${file}` },
    )
    .map(({ message }) => message)

describe('the words of the neutral rooms', () => {
  it.each([
    ['an identifier', 'sync/run/Run.ts', 'export const sportmonks = 1'],
    ['a part of an identifier', 'plugin/add/addAdmin.ts', 'const toLeagueSlug = 1'],
    ['two parts of an identifier', 'sdk/Page.ts', 'type Page = { homeTeam: string }'],
    ['a constant', 'sdk/Page.ts', 'const KICK_OFF = 1'],
    ['a string', 'sync/run/Run.ts', "const label = 'Premier League 2024/2025'"],
    ['a name with a hyphen', 'sync/run/Run.ts', "const name = 'api-football'"],
    ['a template', 'shared/hash.ts', 'const key = `season:${id}`'],
    ['a comment', 'shared/hash.ts', '/** As Netflix does. */\nexport const hash = 1'],
    ['a line comment', 'shared/hash.ts', '// The kick-offs of a day.'],
    ['text of a component', 'plugin/admin/run/A.tsx', 'const a = <p>Every referee</p>'],
    ['a regular expression', 'sync/run/Run.ts', 'const isOne = /spotify/'],
    ['an import', 'sync/run/Run.ts', "import { a } from '../../content/soccer/a.js'"],
    ['the name of a file', 'sdk/toSeason.ts', 'export const a = 1'],
    ['capitals', 'sdk/Page.ts', '// FOOTBALL'],
  ])('should not be found in %s', (_name, file, code) => {
    expect(lint({ code, file })).toHaveLength(1)
  })

  it('should say which word it is and who does not know it', () => {
    expect(lint({ code: 'const awayTeam = 1', file: 'sync/run/Run.ts' })).toEqual([
      '"away team" is a word of a domain or a vendor; sync knows none.',
    ])
  })

  it.each([
    ['a word that only begins like one', 'sync/run/Run.ts', 'const seasoned = "colleagues"'],
    ['words that are not beside each other', 'sync/run/Run.ts', '// the home of a team'],
    ['a kit', 'content/soccer/index.ts', 'export const league = 1'],
    ['a vendor', 'providers/sportmonks/index.ts', 'export const season = 1'],
    ['a test', 'sync/run/Run.spec.ts', "const name = 'sportmonks'"],
    ['what tests share', 'plugin/admin/run.fixture.ts', "const name = 'sportmonks'"],
    ['what is published', 'exports/content/soccer.ts', "export * from '../../content/soccer/a.js'"],
  ])('should leave alone %s', (_name, file, code) => {
    expect(lint({ code, file })).toEqual([])
  })
})
