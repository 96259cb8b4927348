import type { ParseArgsConfig } from 'node:util'

import { parseArgs } from 'node:util'

import { nameNearest } from '../options/findNearest.js'
import { CommandError } from './CommandError.js'

type Options = NonNullable<ParseArgsConfig['options']>

type Parsed<TOptions extends Options> = ReturnType<
  typeof parseArgs<{ allowPositionals: true; args: string[]; options: TOptions; strict: true }>
>

type ParseCommandArgs<TOptions extends Options> = {
  args: string[]
  /** The most words it takes besides options. */
  maxPositionals: number
  options: TOptions
  usage: string
}

/** Reads a command's words and options. @throws CommandError that shows the usage */
export const parseCommand = <TOptions extends Options>({
  args,
  maxPositionals,
  options,
  usage,
}: ParseCommandArgs<TOptions>): Parsed<TOptions> => {
  try {
    const parsed = parseArgs({
      allowPositionals: true as const,
      args,
      options,
      strict: true as const,
    })
    const surplus = parsed.positionals[maxPositionals]
    if (surplus !== undefined) {
      throw new Error(`"${surplus}" is one word too many.`)
    }
    return parsed
  } catch (error) {
    const reason =
      tellUnknown({ args, options }) ?? (error instanceof Error ? error.message : String(error))
    throw new CommandError(`${reason}\nUsage: payload sync ${usage}`)
  }
}

/** What Node.js says of an option that there is not is about how to write one. */
const tellUnknown = ({
  args,
  options,
}: Pick<ParseCommandArgs<Options>, 'args' | 'options'>): string | undefined => {
  const known = Object.keys(options).map((option) => `--${option}`)
  const given = args.map((arg) => arg.split('=', 1)[0]!).filter((arg) => /^--\w/.test(arg))
  const name = given.find((option) => !known.includes(option))
  return name && `There is no option "${name}"; ${nameNearest({ name, known })}.`
}
