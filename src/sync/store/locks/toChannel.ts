import { hash } from '../../../shared/hash.js'
import { toOwnName } from '../Database.js'

const CHANNEL = 'payload_plugin_sync'

/** A channel's name has 63 bytes at most, and so may that of a schema. */
const DIGITS = 20

/** The channel on which the processes of a project tell each other's workers to stop. */
export const toChannel = (schema: string): string => {
  const own = toOwnName({ name: CHANNEL, schema })
  return own === CHANNEL ? CHANNEL : `${CHANNEL}_${hash(own).slice(0, DIGITS)}`
}
