import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { ExportFormat } from '../../../sync/operations/export/formats.js'
import type { Command } from '../Command.js'

import { exportDocuments } from '../../../sync/operations/export/exportDocuments.js'
import { EXPORT_FORMATS } from '../../../sync/operations/export/formats.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'export <collection> [--format csv|json] [--output FILE]'

/** `payload sync export`: writes all documents of a synced collection, or the logs. */
export const exportCommand: Command = {
  description:
    'Writes a synced collection, or the logs, as CSV or JSON: all of it, whoever may read it.',
  run: async ({ args, openPayload, output, signal }) => {
    const { positionals, values } = parseCommand({
      args,
      maxPositionals: 1,
      options: { format: { type: 'string' }, output: { type: 'string' } },
      usage: USAGE,
    })
    const [collection] = positionals
    if (!collection) {
      throw new CommandError(`Name a collection by its slug.\nUsage: payload sync ${USAGE}`)
    }
    const { output: file } = values
    const format = toFormat(values.format ?? (file?.endsWith('.json') ? 'json' : 'csv'))
    const payload = await openPayload({ isJson: true })
    const texts = exportDocuments({ collection, format, payload })
    if (file !== undefined) {
      await writeFile({ file, signal, texts })
      output.writeError(`${collection} is in ${file}.\n`)
      return EXIT_CODES.success
    }
    for await (const text of texts) {
      await output.writeAll(text)
      if (signal.aborted) {
        return EXIT_CODES.failed
      }
    }
    return EXIT_CODES.success
  },
  usage: USAGE,
}

const isFormat = (text: string): text is ExportFormat =>
  EXPORT_FORMATS.some((format) => format === text)

const toFormat = (text: string): ExportFormat => {
  if (!isFormat(text)) {
    throw new CommandError(`--format is ${EXPORT_FORMATS.join(' or ')} (was "${text}").`)
  }
  return text
}

type WriteFileArgs = { file: string; signal: AbortSignal; texts: AsyncIterable<string> }

/** Under its own name a file is there as a whole, or as it was before. */
const writeFile = async ({ file, signal, texts }: WriteFileArgs): Promise<void> => {
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(texts), createWriteStream(part), { signal })
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
