import type { SanitizedConfig } from 'payload'

import { z } from 'zod'

/** The words behind `payload sync`; the command reads them from the command line itself. */
const input = z.object({ words: z.array(z.string()).default([]) })

/**
 * `payload sync` as Payload 4 wants a command. Made by hand, because Payload 3 has no `payload/cli`
 * to make it with. It loads the command when it is called: Payload reads the commands of all
 * plugins whatever it is asked for.
 */
export const command = {
  allowUnknownOption: true,
  cli: { words: 'argument' },
  description: 'Keeps collections in step with outside systems; see `payload sync help`.',
  handler: async ({ getConfig }: { getConfig: () => Promise<SanitizedConfig> }): Promise<void> => {
    const { script } = await import('../cli/index.js')
    await script(await getConfig())
  },
  input,
  schema: z.toJSONSchema(input, { io: 'input' }),
}
