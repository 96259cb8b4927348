import cronstrue from 'cronstrue/i18n.js'

/** What the package exports stands one level deeper in Node.js than in a bundle. */
const describer = 'default' in cronstrue ? cronstrue.default : cronstrue

type DescribeCronArgs = { cron: string; language: string }

/** What a cron expression means, in words: `Every 15 minutes`. English where a language lacks. */
export const describeCron = ({ cron, language }: DescribeCronArgs): string =>
  describer.toString(cron, {
    locale: language,
    throwExceptionOnParseError: false,
    use24HourTimeFormat: true,
  })
