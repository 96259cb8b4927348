import path from 'node:path'

const IS_TEST = /\.(?:spec|fixture)\.tsx?$/

/** Rooms that learn of domains and vendors from the kits and providers they are given. */
const NEUTRAL_ROOMS = /^(?:plugin|sdk|shared|sync|testing)\//

/** Words of domains and vendors, as `toWords` spells them. */
const WORDS = [
  'api football',
  'api sports',
  'away teams?',
  'fixtures?',
  'football',
  'goalkeepers?',
  'gomafia',
  'home teams?',
  'kick ?offs?',
  'leagues?',
  'netflix',
  'presto ?sports',
  'referees?',
  'seasons?',
  'soccer',
  'sportmonks',
  'spotify',
]

const WORD = new RegExp(`\\b(?:${WORDS.join('|')})\\b`)

/** Words in lower case with one space between them: `homeTeam`, `HOME_TEAM` → `home team`. */
const toWords = (text) =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}]+/gu, ' ')
    .toLowerCase()

/** @type {import('eslint').Rule.RuleModule} */
export const neutralWords = {
  create: (context) => {
    const { source } = context.settings.rooms
    const here = path.relative(source, context.filename).split(path.sep).join('/')

    if (!NEUTRAL_ROOMS.test(here) || IS_TEST.test(here)) {
      return {}
    }

    const check = ({ loc, text }) => {
      const [word] = WORD.exec(toWords(text)) ?? []

      if (word) {
        context.report({
          loc,
          message: `"${word}" is a word of a domain or a vendor; ${here.split('/')[0]} knows none.`,
        })
      }
    }

    return {
      Program: ({ loc }) => {
        const { sourceCode } = context

        check({ loc: { start: loc.start, end: loc.start }, text: here })
        for (const { loc: where, value } of [
          ...sourceCode.ast.tokens,
          ...sourceCode.getAllComments(),
        ]) {
          check({ loc: where, text: value })
        }
      },
    }
  },
  meta: {
    docs: { description: 'The neutral rooms hold no word of a domain or a vendor.' },
    schema: [],
    type: 'problem',
  },
}
