/** From everything to nothing, as pino names them. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

type FindLogLevelArgs = {
  area: string
  env: Readonly<Record<string, string | undefined>>
}

/**
 * How much an area is to tell: everything where `DEBUG` names it (`sync:*`, `sync:run`), as it names
 * areas everywhere, else what `LOG_LEVEL` says. `undefined` where neither says anything.
 */
export const findLogLevel = ({ area, env: { DEBUG, LOG_LEVEL } }: FindLogLevelArgs) => {
  const names = (DEBUG ?? '').split(/[\s,]+/).filter(Boolean)
  const isMeant = (name: string): boolean => toPattern(name).test(`sync:${area}`)
  const isLeftOut = names.some((name) => name.startsWith('-') && isMeant(name.slice(1)))
  if (!isLeftOut && names.some((name) => !name.startsWith('-') && isMeant(name))) {
    return 'debug' satisfies LogLevel
  }
  const level = LOG_LEVEL?.toLowerCase()
  return LOG_LEVELS.find((one) => one === level)
}

const toPattern = (name: string): RegExp =>
  new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`)
