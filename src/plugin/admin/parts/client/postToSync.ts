import { askSync, type SyncAnswer } from './askSync.js'

type PostToSyncArgs = Pick<Parameters<typeof askSync>[0], 'body' | 'language' | 'url'>

/** Asks one of the plugin's routes to do something. */
export const postToSync = async <TBody = unknown>(
  args: PostToSyncArgs,
): Promise<SyncAnswer<TBody>> => await askSync<TBody>({ ...args, method: 'POST' })
