import type { CollectionBeforeChangeHook, Payload } from 'payload'

import type { SyncPluginOptions } from '../../../src/plugin/options/SyncPluginOptions.js'

import { getAdapter } from '../../../src/sync/store/Database.js'
import { defineTestProvider } from '../../project/defineTestProvider.js'

/** All that a process needs to know to open the project the test is about; it is sent as JSON. */
export type ChaosProject = {
  /** Whether workers are those of a process that serves, and ends as Next's server does. */
  areServers?: boolean
  databaseUrl: string
  options: {
    /** Where failures are posted to. @default nowhere */
    hook?: {
      /** A process dies that is about to hand on the failure of a later run than this. @default none */
      deadlyAfter?: number
      secret: string
      url: string
    }
    /**
     * What the project does when it is told what syncs changed: write it to the table `chaos.told`, or
     * die before it has done so. @default it is not told
     */
    listener?: 'deadly' | 'telling'
  } & Pick<SyncPluginOptions, 'batchSize' | 'retries' | 'scheduler' | 'worker'>
  /** Names of the providers behind the server. */
  providers: readonly string[]
  /** Of the server of the providers. */
  providerUrl: string
}

/** The name of a game that kills the process which stores it. */
export const DEADLY = 'A game that no process survives'

/** Counts in the document itself, and so in the transaction that writes it. */
const countWrites: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data.title === DEADLY) {
    process.kill(process.pid, 'SIGKILL')
  }
  return { ...data, writes: Number(originalDoc?.writes ?? 0) + 1 }
}

type TellArgs = { payload: Payload; runId: unknown; words: string[] }

const tell = async ({ payload, runId, words }: TellArgs): Promise<void> => {
  const { pool } = getAdapter(payload)
  await pool.query(`insert into chaos.told (pid, run_id, word) select $1, $2, unnest($3::text[])`, [
    process.pid,
    runId,
    words,
  ])
}

const toListener = (
  listener: ChaosProject['options']['listener'],
): Pick<SyncPluginOptions, 'onChange' | 'onRunEnd'> =>
  listener === undefined
    ? {}
    : {
        onChange: async ({ changes, payload, run }) => {
          if (listener === 'deadly') {
            process.kill(process.pid, 'SIGKILL')
          }
          const words = changes.map(({ id, collection }) => `${collection}/${id}`)
          await tell({ payload, runId: run?.id, words })
        },
        onRunEnd: ({ payload, run }) => tell({ payload, runId: run.id, words: [run.status] }),
      }

const toNotifications = (
  hook: ChaosProject['options']['hook'],
): Pick<SyncPluginOptions, 'notifications'> =>
  hook === undefined
    ? {}
    : {
        notifications: {
          admin: false,
          channels: {
            hook: {
              type: 'webhook',
              allow: ['127.0.0.1/32'],
              events: ['run:failed'],
              filter: ({ notification: { link } }) => {
                if (
                  hook.deadlyAfter !== undefined &&
                  'id' in link &&
                  Number(link.id) > hook.deadlyAfter
                ) {
                  process.kill(process.pid, 'SIGKILL')
                }
                return true
              },
              headers: { 'x-worker': String(process.pid) },
              secret: hook.secret,
              url: hook.url,
            },
          },
        },
      }

/** The plugin's options, the same in the test and in its workers. */
export const toPluginOptions = ({
  options: { hook, listener, ...options },
  providers,
  providerUrl,
}: ChaosProject): SyncPluginOptions => ({
  ...options,
  ...toListener(listener),
  ...toNotifications(hook),
  collections: {
    matches: {
      overrides: (collection) => ({
        ...collection,
        fields: [...collection.fields, { name: 'writes', type: 'number' }],
        hooks: {
          ...collection.hooks,
          beforeChange: [...(collection.hooks?.beforeChange ?? []), countWrites],
        },
      }),
    },
  },
  providers: providers.map((name) =>
    defineTestProvider({
      name,
      baseUrl: `${providerUrl}/${name}`,
      isLive: true,
      worker: String(process.pid),
    }),
  ),
})
