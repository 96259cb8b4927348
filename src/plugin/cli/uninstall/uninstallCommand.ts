import type { UninstallPlan } from '../../../sync/operations/uninstall/planUninstall.js'
import type { Command } from '../Command.js'

import { planUninstall } from '../../../sync/operations/uninstall/planUninstall.js'
import { uninstallSync } from '../../../sync/operations/uninstall/uninstallSync.js'
import { EXIT_CODES } from '../Command.js'
import { CommandError } from '../CommandError.js'
import { parseCommand } from '../parseCommand.js'

const USAGE = 'uninstall [--keep-content] [--dry-run] [--yes]'

/** What is typed to say yes: nobody types it by mistake. */
const CONSENT = 'uninstall'

const QUESTION = `This cannot be undone. Stop every server and worker first. Type "${CONSENT}" to go on: `

const NEXT_STEPS = [
  'Done. Now take syncPlugin out of the config, and then:',
  '  npx payload generate:importmap',
  '  npx payload generate:types',
  '  npm uninstall payload-plugin-sync',
  'Where the project has migrations: npx payload migrate:create, and empty its "up", because what it',
  'drops is gone already.',
  '',
].join('\n')

/** `payload sync uninstall`: takes out of the database what is the plugin's. */
export const uninstallCommand: Command = {
  description:
    'Drops the tables of the plugin and of synced content, or with --keep-content those of the ' +
    'plugin alone. --dry-run only names them.',
  run: async ({ args, ask, openPayload, output }) => {
    const { values } = parseCommand({
      args,
      maxPositionals: 0,
      options: {
        'dry-run': { type: 'boolean' },
        'keep-content': { type: 'boolean' },
        yes: { type: 'boolean' },
      },
      usage: USAGE,
    })
    const payload = await openPayload({ logLevel: 'warn' })
    const plan = await planUninstall({ keepsContent: values['keep-content'] ?? false, payload })
    output.write(describePlan(plan))
    if (values['dry-run']) {
      output.write('Nothing was dropped.\n')
      return EXIT_CODES.success
    }
    const answer = values.yes ? CONSENT : await ask(QUESTION)
    if (answer === null) {
      throw new CommandError(
        'Nobody is there to be asked, so nothing was dropped. Say --yes to drop all of this.',
      )
    }
    if (answer.trim() !== CONSENT) {
      output.writeError('Nothing was dropped.\n')
      return EXIT_CODES.failed
    }
    await uninstallSync({ payload, plan })
    output.write(NEXT_STEPS)
    return EXIT_CODES.success
  },
  usage: USAGE,
}

const describePlan = ({ columns, kept, queueSchema, tables }: UninstallPlan): string =>
  [
    `Tables that go (${tables.length}): ${tables.join(', ') || 'none'}`,
    ...(columns.length > 0
      ? [`Columns that go: ${columns.map(({ column, table }) => `${table}.${column}`).join(', ')}`]
      : []),
    queueSchema === null
      ? 'The schema of the queue stays: others work in it.'
      : `The schema of the queue goes: ${queueSchema}`,
    ...(kept.length > 0
      ? [`Content that stays, with provider and external_id: ${kept.join(', ')}`]
      : []),
    '',
  ].join('\n')
