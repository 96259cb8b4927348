import cronstrue from 'cronstrue/i18n.js'

/** What the package exports stands one level deeper in Node.js than in a bundle. */
const describer = 'default' in cronstrue ? cronstrue.default : cronstrue

type DescribeCronArgs = { cron: string; language: string }

/**
 * What a cron expression means, in words: `Every 15 minutes`. English where a language lacks; the
 * expression itself where there are no words for it.
 */
export const describeCron = ({ cron, language }: DescribeCronArgs): string => {
  try {
    return describer.toString(cron, {
      locale: language,
      use24HourTimeFormat: true,
    })
  } catch {
    return cron
  }
}
