import cronstrue from 'cronstrue/i18n.js'

import { expandSteps } from './expandSteps.js'

/** What the package exports stands one level deeper in Node.js than in a bundle. */
const describer = 'default' in cronstrue ? cronstrue.default : cronstrue

type DescribeCronArgs = { cron: string; language: string }

/**
 * What a cron expression means, in words: `Every 15 minutes`. Steps that do not come out even are
 * told as what they are: `At 0 and 45 minutes past the hour`. English where a language lacks; the
 * expression itself where there are no words for it.
 */
export const describeCron = ({ cron, language }: DescribeCronArgs): string => {
  try {
    return describer.toString(expandSteps(cron), {
      locale: language,
      use24HourTimeFormat: true,
    })
  } catch {
    return cron
  }
}
