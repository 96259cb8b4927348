/**
 * Starts `payload sync …` again when Node.js ends before the command began.
 *
 * Loaded through hooks, as Payload's command line loads a project, the top-level awaits of Lexical
 * now and then never settle (Node.js 20 and 22). Nothing is left to do then, and the process ends
 * with 0 and without a word: https://github.com/payloadcms/payload/issues/17757. This module is
 * evaluated all the same, because it imports nothing that waits for Lexical.
 *
 * It imports nothing at all, because whoever imports the plugin loads it: a server, a build, a
 * test.
 */
const isPayloadCommand = process.env.DISABLE_PAYLOAD_HMR === 'true'
const [command] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
if (isPayloadCommand && command === 'sync') {
  process.once('beforeExit', () => {
    void import('./restartCommand.js').then(({ restartCommand }) => restartCommand())
  })
}

export {}
