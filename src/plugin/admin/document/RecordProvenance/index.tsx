import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { RecordReport } from '../../../../sync/operations/records/getRecordReport.js'
import type { Slugs } from '../../../options/collectionKeys.js'
import type { EditedField } from './describeEdited.js'

import { getRecordReport } from '../../../../sync/operations/records/getRecordReport.js'
import { readSight } from '../../../collections/readSight.js'
import { findAccess } from '../../../options/findAccess.js'
import { describeUnits } from '../fields/describe/describeUnits.js'
import { RefreshRecord } from '../RefreshRecord/index.client.js'
import { describeEdited } from './describeEdited.js'
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
  const { payload } = req
  const access = findAccess(payload)
  if (access && !(await access.view({ req }))) {
    return null
  }
  const provenance = await findProvenance({ id, collection: collectionSlug, req, slugs })
  const provider = toText(data.provider)
  const externalId = toText(data.externalId)
  const record =
    provenance && provider && externalId
      ? { externalId, provider, resource: provenance.resource }
      : null
  const report =
    access && record
      ? await getRecordReport({ ...record, payload, sight: await readSight({ req }) })
      : null
  const canRefresh = report?.canRefresh === true && (await access?.trigger({ req })) === true

  const describe = (edited: RecordReport['edited']): EditedField[] =>
    describeEdited({
      collection: payload.collections[collectionSlug]?.config,
      data,
      edited,
      req,
    })

  const collection = payload.collections[collectionSlug]?.config
  const fields =
    collection && report && record
      ? {
          canEdit: (await collection.access.update({ id, data, req })) !== false,
          collection: collectionSlug,
          documentId: String(id),
          providerLabel: report.providerLabel,
          record,
          units: await describeUnits({
            collection,
            data,
            provider: record.provider,
            report,
            req,
            slugs,
          }),
        }
      : null

  return (
    <RecordProvenanceClient
      externalId={externalId}
      fields={fields}
      initialNow={Date.now()}
      provenance={provenance}
      provider={provider}
      updatedAt={toText(data.updatedAt)}
      waiting={
        report?.waiting ? { ...report.waiting, fields: describe(report.waiting.fields) } : null
      }
    >
      {canRefresh && record && <RefreshRecord {...record} providerLabel={report.providerLabel} />}
    </RecordProvenanceClient>
  )
}

const toText = (value: unknown): null | string =>
  typeof value === 'string' && value !== '' ? value : null
