import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { AccessCheck } from '../../../options/SyncPluginOptions.js'

import { listChoosable } from '../../../../sync/operations/discover/listChoosable.js'
import { PageFrame } from '../../server/PageFrame.js'
import { requireViewer } from '../../server/requireViewer.js'
import { CHOOSE_VIEW_PATH } from '../../syncPaths.js'
import { ChooseViewClient } from './index.client.js'

export type ChooseViewProps = {
  /** Who sees the page, and who may choose: the checks the endpoints ask. */
  access: { manage: AccessCheck; view: AccessCheck }
} & AdminViewServerProps

/** Where people choose what is synced of a provider. Sends away who may not see the sync view. */
export const ChooseView = async ({ access, ...view }: ChooseViewProps): Promise<ReactElement> => {
  const { params, payload, searchParams } = view
  const { segments = [] } = params ?? {}
  const provider = String(segments.at(-1))
  const path = `${CHOOSE_VIEW_PATH}/${encodeURIComponent(provider)}` as const
  const { req } = await requireViewer({ access, path, props: view })
  const kinds = listChoosable({ payload, provider })

  return (
    <PageFrame view={view}>
      <ChooseViewClient
        canManage={await access.manage({ req })}
        initialNow={Date.now()}
        // Another provider, or another kind, begins anew.
        key={`${provider}/${String(searchParams?.of)}`}
        kinds={kinds}
        of={kinds.find((kind) => kind === searchParams?.of) ?? kinds[0]}
        provider={provider}
      />
    </PageFrame>
  )
}
