'use client'

import type { ReactElement, ReactNode } from 'react'

import { Link, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import type { DocumentFields } from '../fields/FieldUnit.js'
import type { EditedField } from './describeEdited.js'
import type { Provenance } from './findProvenance.js'

import { Age } from '../../parts/Age/index.client.js'
import { useNow } from '../../parts/client/useNow.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { CopyButton } from '../../parts/CopyButton/index.client.js'
import { formatCount } from '../../parts/format/formatCount.js'
import { UnitLists } from '../fields/UnitLists/index.client.js'
import { useFreshFields } from '../fields/useFreshFields.client.js'
import './index.css'

type RecordProvenanceClientProps = {
  /** What can be done with the record. */
  children: ReactNode
  externalId: null | string
  /** What is known of its fields; `null` where nothing is, or not for these eyes. */
  fields: DocumentFields | null
  initialNow: number
  provenance: null | Provenance
  provider: null | string
  /** When the document was saved of which this is told. */
  updatedAt: null | string
  /** An update that is stored when nobody has the document open any more. */
  waiting: { fields: EditedField[]; since: string } | null
}

const CLOCK_MS = 10_000

/** Where a document comes from and which fields are an editor's, in the browser. */
export const RecordProvenanceClient = ({
  children,
  externalId,
  fields,
  initialNow,
  provenance,
  provider,
  updatedAt,
  waiting,
}: RecordProvenanceClientProps): ReactElement => {
  const { language, names, t } = usePluginTranslation()
  const now = useNow({ initialNow, intervalMs: CLOCK_MS })
  useNewsAfterSave({ updatedAt })

  return (
    <section aria-label={t('provenance:title')} className="sync-provenance">
      <h3 className="sync-provenance__title">{t('provenance:title')}</h3>
      <dl className="sync-provenance__facts">
        {provider && <Fact name={t('fields:provider')}>{names.provider(provider)}</Fact>}
        {externalId && (
          <Fact name={t('fields:externalId')}>
            <code>{externalId}</code>{' '}
            <CopyButton name={t('fields:externalId')} value={externalId} />
          </Fact>
        )}
        {provenance?.lastSeenAt && (
          <Fact name={t('provenance:lastChecked')}>
            <Age date={provenance.lastSeenAt} now={now} />
          </Fact>
        )}
        {provenance?.lastChangedAt && (
          <Fact name={t('provenance:lastChanged')}>
            <Age date={provenance.lastChangedAt} now={now} />
          </Fact>
        )}
        {provenance?.run && (
          <Fact name={t('provenance:changedBy')}>
            <Link href={provenance.run.href} prefetch={false}>
              {provenance.run.title}
            </Link>
          </Fact>
        )}
        {provenance?.issues && (
          <Fact name={t('provenance:openIssues')}>
            <Link href={provenance.issues.href} prefetch={false}>
              {formatCount({ count: provenance.issues.count, language })}
            </Link>
          </Fact>
        )}
      </dl>
      {provenance?.isStub && (
        <p className="sync-provenance__stub" role="status">
          {t('provenance:stub')}
        </p>
      )}
      {waiting && (
        <div className="sync-provenance__edited" role="status">
          <h4 className="sync-provenance__heading">
            {t('provenance:waiting')} (<Age date={waiting.since} now={now} />)
          </h4>
          <p className="sync-provenance__none">{t('provenance:waitingHint')}</p>
          <FieldList fields={waiting.fields} />
        </div>
      )}
      {fields && <UnitLists fields={fields} now={now} />}
      {!provenance && <p className="sync-provenance__none">{t('provenance:notSynced')}</p>}
      {children}
    </section>
  )
}

/** Payload draws the sidebar once: after a save it must be told what the save has settled. */
const useNewsAfterSave = ({ updatedAt }: Pick<RecordProvenanceClientProps, 'updatedAt'>): void => {
  const { data } = useDocumentInfo()
  const saved: unknown = data?.updatedAt
  const refresh = useFreshFields()
  const asked = useRef<unknown>(updatedAt)
  useEffect(() => {
    const isNew = typeof saved === 'string' && saved !== updatedAt && saved !== asked.current
    if (isNew) {
      asked.current = saved
      void refresh([])
    }
  }, [refresh, saved, updatedAt])
}

/** Fields with what the provider says of each. */
const FieldList = ({ fields }: { fields: EditedField[] }): ReactElement => {
  const { t } = usePluginTranslation()

  return (
    <ul className="sync-provenance__fields">
      {fields.map(({ label, path, said }) => (
        <li key={path}>
          {label}{' '}
          <span className="sync-provenance__said">
            ({t('provenance:providerSays', { value: said })})
          </span>
        </li>
      ))}
    </ul>
  )
}

type FactProps = { children: ReactNode; name: string }

const Fact = ({ name, children }: FactProps): ReactElement => (
  <div className="sync-provenance__fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
