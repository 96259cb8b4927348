import type { GameAt } from '../../../../world/college/createGames.js'
import type { Box } from '../../../../world/college/game/Box.js'
import type { CollegeGame, CollegeTeam, Side } from '../../../../world/college/types.js'

import { element, type XmlNode } from './element.js'
import { fullName } from './fullName.js'
import { toBoxTeam } from './toBoxTeam.js'
import { toPlays } from './toPlays.js'

/** The box score file, as the scorer's program writes it. */
export const toBoxXml = ({ game, known }: { game: CollegeGame; known: GameAt }): string => {
  const { away, findBox, home } = known
  const box = findBox()
  if (!box) {
    return ''
  }
  const nameOf = createNames({ away, home })
  const root = element(
    'bsgame',
    {
      generated: toDate({ isPadded: true, moment: game.startsAt }),
      source: 'PrestoSports',
      version: '7.13.1',
    },
    [
      toVenue({ away, game, home }),
      toBoxTeam({ box, known, side: 'V', team: away }),
      toBoxTeam({ box, known, side: 'H', team: home }),
      toPlays({ nameOf, plays: box.plays, teams: { H: home, V: away } }),
      toStatus({ box, nameOf, teams: { H: home, V: away } }),
    ],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n\n${root}\n`
}

const createNames = ({ away, home }: Pick<GameAt, 'away' | 'home'>) => {
  const names = new Map(
    [...away.squad, ...home.squad].map((player) => [player.id, fullName(player)]),
  )
  return (id: null | string): string => (id === null ? '' : (names.get(id) ?? ''))
}

/** Month, day and year without padding, in the zone of the game. */
const toDate = ({ isPadded = false, moment }: { isPadded?: boolean; moment: number }): string => {
  const style = isPadded ? '2-digit' : 'numeric'
  return new Intl.DateTimeFormat('en-US', {
    day: style,
    month: style,
    timeZone: 'America/Chicago',
    year: 'numeric',
  }).format(moment)
}

const toVenue = ({
  away,
  game,
  home,
}: { game: CollegeGame } & Pick<GameAt, 'away' | 'home'>): XmlNode =>
  element(
    'venue',
    {
      attend: '0',
      date: toDate({ moment: game.startsAt }),
      delay: '',
      duration: '',
      homeid: home.code,
      homename: home.name,
      leaguegame: 'Y',
      location: '',
      schedinn: String(game.innings),
      stadium: `${home.name} Field`,
      start: new Intl.DateTimeFormat('en-US', {
        hour: 'numeric',
        minute: '2-digit',
        timeZone: game.timeZone,
      })
        .format(game.startsAt)
        .replace(/\s/g, ' '),
      visid: away.code,
      visname: away.name,
      weather: '',
    },
    [
      element('umpires', {}),
      element('notes', {}, [element('note', { text: '' })]),
      element('rules', { batters: '9,9', usedh: 'Y' }),
    ],
  )

/** At the end only that it is the end. */
const toStatus = ({
  box: { isComplete, now },
  nameOf,
  teams,
}: {
  box: Box
  nameOf: (id: null | string) => string
  teams: Record<Side, CollegeTeam>
}): XmlNode => {
  if (isComplete || !now) {
    return element('status', { complete: 'Y' })
  }
  const { balls, bases, batterId, half, inning, outs, pitcherId, strikes } = now
  return element('status', {
    b: String(balls),
    batter: nameOf(batterId),
    batting: teams[half].code,
    complete: 'N',
    endinn: outs === 3 ? 'Y' : 'N',
    first: nameOf(bases.first),
    hup: '1',
    inning: String(inning),
    np: '0',
    outs: String(outs),
    pitcher: nameOf(pitcherId),
    s: String(strikes),
    second: nameOf(bases.second),
    third: nameOf(bases.third),
    vh: half,
    vup: '1',
  })
}
