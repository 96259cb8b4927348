import type { Payload } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'

import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { loadSync } from '../../../engine/Sync.js'

/** A provider that issues may be about, and its resources. */
export type IssueSource = { label: string; name: string; resources: string[] }

type ListSourcesArgs = { payload: Payload; sight: Sight }

/** What issues may be about. */
export const listSources = async ({ payload, sight }: ListSourcesArgs): Promise<IssueSource[]> => {
  const { providers } = await loadSync({ payload })
  return [...limitProviders({ providers, sight }).values()].map(({ name, label, resources }) => ({
    name,
    label,
    resources: [...resources.keys()],
  }))
}
