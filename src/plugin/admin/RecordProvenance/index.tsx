import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Slugs } from '../../options/collectionKeys.js'

import { findProvenance } from './findProvenance.js'
import { RecordProvenanceClient } from './index.client.js'

export type RecordProvenanceProps = { slugs: Slugs } & UIFieldServerProps

/** Where a document comes from and when a sync last looked at it, for the sidebar. */
export const RecordProvenance = async ({
  id,
  collectionSlug,
  data,
  req,
  slugs,
}: RecordProvenanceProps): Promise<null | ReactElement> => {
  if (id === undefined || id === null) {
    return null
  }
  const provenance = await findProvenance({ id, collection: collectionSlug, req, slugs })

  return (
    <RecordProvenanceClient
      externalId={toText(data.externalId)}
      initialNow={Date.now()}
      provenance={provenance}
      provider={toText(data.provider)}
    />
  )
}

const toText = (value: unknown): null | string =>
  typeof value === 'string' && value !== '' ? value : null
