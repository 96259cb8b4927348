import type { ParseArgsConfig } from 'node:util'

import { parseArgs } from 'node:util'

import { CommandError } from './CommandError.js'

type ParseCommandArgs<TOptions extends NonNullable<ParseArgsConfig['options']>> = {
  args: string[]
  /** The most words it takes besides options. */
  maxPositionals: number
  options: TOptions
  usage: string
}

/** Reads a command's words and options. @throws CommandError that shows the usage */
export const parseCommand = <TOptions extends NonNullable<ParseArgsConfig['options']>>({
  args,
  maxPositionals,
  options,
  usage,
}: ParseCommandArgs<TOptions>) => {
  try {
    const parsed = parseArgs({ allowPositionals: true, args, options, strict: true })
    const surplus = parsed.positionals[maxPositionals]
    if (surplus !== undefined) {
      throw new Error(`"${surplus}" is one word too many.`)
    }
    return parsed
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${reason}\nUsage: payload sync ${usage}`)
  }
}
