import type { GamePlay } from '../../../content/college/index.js'
import type { XmlElement } from '../../../sdk/index.js'

import { unescapeHtml } from '../../../sdk/index.js'
import { toNumber } from '../values/values.js'
import { toSide } from './toLineScore.js'
import { asSent, childOf, childrenOf, inOrder } from './xml.js'

/**
 * Play by play. Baseball nests plays by inning and side at bat, others by period; where neither is
 * there, plays stand by themselves.
 */
export const toPlays = (root: XmlElement): GamePlay[] | undefined => {
  const plays = childOf(root, 'plays')
  return plays && readPlays({ element: plays, period: null, side: null })
}

type ReadPlaysArgs = { element: XmlElement } & Pick<GamePlay, 'period' | 'side'>

const readPlays = ({ element, period, side }: ReadPlaysArgs): GamePlay[] =>
  inOrder(element).flatMap((inside) => {
    const { name, attributes } = inside
    switch (name) {
      case 'batting':
        return readPlays({ element: inside, period, side: toSide(attributes.vh) })
      case 'inning':
      case 'period':
      case 'qtr':
        return readPlays({
          element: inside,
          period: toNumber(attributes.number ?? attributes.prd ?? attributes.qtr ?? ''),
          side,
        })
      case 'innsummary':
        return [toPlay({ element: inside, period, side })]
      case 'play':
        return [toPlay({ element: inside, period, side })]
      default:
        // Drives of football, for one. What holds no plays is left to `boxScore`.
        return readPlays({ element: inside, period, side: side ?? toSide(attributes.vh) })
    }
  })

/** A half-inning ends with its summary, which has no narrative and no details. */
const toPlay = ({ element, period, side }: ReadPlaysArgs): GamePlay => {
  const narrative = childrenOf(element, 'narrative')
    .map(({ attributes: { text = '' } }) => unescapeHtml(text).trim())
    .filter(Boolean)
    .join(' ')
  return {
    ...(narrative !== '' && { narrative }),
    details: inOrder(element)
      .filter(({ name }) => name !== 'narrative')
      .map((detail) => ({ is: detail.name, ...asSent({ element: detail }) })),
    period,
    sent: { is: element.name, ...element.attributes },
    side: side ?? toSide(element.attributes.vh),
  }
}
