import type { Command } from '../Command.js'

import { rotateKeys } from '../../../sync/operations/connections/rotateKeys.js'
import { EXIT_CODES } from '../Command.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'rotate-keys [--json]'

/** `payload sync rotate-keys`: encrypts stored credentials with the present secret. */
export const rotateKeysCommand: Command = {
  description: 'Encrypts the credentials of connections anew, after the secret was changed.',
  run: async ({ args, openPayload, output }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: { json: { type: 'boolean' } },
      usage: USAGE,
    })
    const payload = await openPayload({ isJson: values.json })
    const rotation = await rotateKeys({ payload })
    const { failed, kept, rotated } = rotation
    output.write(
      values.json
        ? `${JSON.stringify(rotation)}\n`
        : `${rotated} credentials and tokens are encrypted anew, ${kept} were so already.\n`,
    )
    if (failed.length === 0) {
      return EXIT_CODES.success
    }
    output.writeError(
      `${failed.length} cannot be decrypted: ${failed.join(', ')}. Give the secret they were saved ` +
        'with as PAYLOAD_SYNC_OLD_SECRET, or have their credentials entered again.\n',
    )
    return EXIT_CODES.failed
  },
  usage: USAGE,
}
