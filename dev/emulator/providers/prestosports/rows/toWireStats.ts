import type { Row } from '../../../json.js'
import type { Stats } from '../../../world/college/game/Box.js'
import type { SeasonTotals } from '../../../world/college/totalsOf.js'

/** Innings in thirds: 5.2 are five and two thirds. */
export const toInnings = (outs: number): string => `${Math.floor(outs / 3)}.${outs % 3}`

/** Totals of a season under the provider's own keys. All are texts; `-` is none. */
export const toWireStats = (totals: SeasonTotals): Row => ({
  gp: String(totals.games),
  gs: String(totals.starts),
  ...toHitting(totals.hitting),
  ...toFielding(totals.fielding),
  ...toPitching(totals),
})

const text = (stats: Stats, name: string): string => String(stats[name] ?? 0)

const average = ({
  digits = 3,
  of,
  part,
}: {
  digits?: number
  of: number
  part: number
}): string => (of === 0 ? '-' : (part / of).toFixed(digits).replace(/^0\./, '.'))

const toHitting = (hitting: Stats): Row => {
  const { ab = 0, bb = 0, double = 0, h = 0, hbp = 0, hr = 0, sf = 0, triple = 0 } = hitting
  return {
    '3b': String(triple),
    ab: String(ab),
    avg: average({ of: ab, part: h }),
    bb: String(bb),
    dsk: String(double),
    h: String(h),
    hbp: String(hbp),
    hr: String(hr),
    k: text(hitting, 'so'),
    obp: average({ of: ab + bb + hbp + sf, part: h + bb + hbp }),
    r: text(hitting, 'r'),
    rbi: text(hitting, 'rbi'),
    sb: text(hitting, 'sb'),
    sf: String(sf),
    sh: text(hitting, 'sh'),
    slg: average({ of: ab, part: h + double + 2 * triple + 3 * hr }),
  }
}

const toFielding = (fielding: Stats): Row => {
  const { a = 0, e = 0, po = 0 } = fielding
  return {
    a: String(a),
    e: String(e),
    fpct: average({ of: a + e + po, part: a + po }),
    po: String(po),
  }
}

const toPitching = ({
  losses,
  pitching,
  pitchingGames,
  pitchingStarts,
  saves,
  wins,
}: SeasonTotals): Row => {
  if (pitchingGames === 0) {
    return Object.fromEntries(
      [
        'era',
        'er',
        'ip',
        'pbb',
        'pgp',
        'pgs',
        'ph',
        'phr',
        'pk',
        'pl',
        'pr',
        'pw',
        'sv',
        'whip',
      ].map((key) => [key, '-']),
    )
  }
  const { bb = 0, er = 0, h = 0, outs = 0 } = pitching
  return {
    er: String(er),
    era: average({ digits: 2, of: outs, part: er * 27 }),
    ip: toInnings(outs),
    pbb: String(bb),
    pgp: String(pitchingGames),
    pgs: String(pitchingStarts),
    ph: String(h),
    phr: text(pitching, 'hr'),
    pk: text(pitching, 'so'),
    pl: String(losses),
    pr: text(pitching, 'r'),
    pw: String(wins),
    sv: String(saves),
    whip: average({ digits: 2, of: outs, part: (bb + h) * 3 }),
  }
}
