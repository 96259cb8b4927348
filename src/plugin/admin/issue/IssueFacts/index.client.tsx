'use client'

import type { ReactElement, ReactNode } from 'react'

import { Link } from '@payloadcms/ui'

import type { TitledDocument } from '../../server/findTitles.js'
import type { IssuePageProps } from '../IssuePage/index.client.js'

import { Age } from '../../parts/Age/index.client.js'
import { usePluginTranslation } from '../../parts/client/usePluginTranslation.client.js'
import { CopyButton } from '../../parts/CopyButton/index.client.js'
import { formatCount } from '../../parts/format/formatCount.js'

type IssueFactsProps = { now: number } & Pick<IssuePageProps, 'document' | 'issue' | 'run' | 'seen'>

/** More are a matter for the API. */
const MOST_IDS = 100

/** What is known of an issue beside what it says. */
export const IssueFacts = ({ document, issue, now, run, seen }: IssueFactsProps): ReactElement => {
  const { language, t } = usePluginTranslation()
  const { details, externalId, kind, recordCount, records } = issue
  // Of a part there is no record; its name stands in the message.
  const isOfRecord = externalId !== null && kind !== 'absence'

  return (
    <aside className="sync-issue__facts">
      <dl>
        {isOfRecord && (
          <Fact name={t('fields:externalId')}>
            <code>{externalId}</code>{' '}
            <CopyButton name={t('fields:externalId')} value={externalId} />
          </Fact>
        )}
        {recordCount > 1 && (
          <Fact name={t('fields:recordCount')}>
            {formatCount({ count: recordCount, language })}
          </Fact>
        )}
        {document && (
          <Fact name={t('issues:document')}>
            <Titled document={document} />
          </Fact>
        )}
        <Fact name={t('fields:firstSeenAt')}>
          <Age date={seen.first} now={now} />
        </Fact>
        <Fact name={t('fields:lastSeenAt')}>
          <Age date={seen.last} now={now} />
        </Fact>
        {seen.times !== null && (
          <Fact name={t('fields:timesSeen')}>{formatCount({ count: seen.times, language })}</Fact>
        )}
        {run && (
          <Fact name={t('fields:run')}>
            <Titled document={run} />
          </Fact>
        )}
      </dl>
      {recordCount > 1 && records.length > 0 && (
        <details className="sync-issue__more">
          <summary>{t('issue:records')}</summary>
          <p>
            {records.slice(0, MOST_IDS).join(', ')}
            {records.length > MOST_IDS && ' …'}
          </p>
        </details>
      )}
      {details && Object.keys(details).length > 0 && (
        <details className="sync-issue__more">
          <summary>{t('fields:details')}</summary>
          <pre>{JSON.stringify(details, null, 2)}</pre>
        </details>
      )}
    </aside>
  )
}

const Titled = ({ document: { href, title } }: { document: TitledDocument }): ReactElement =>
  href === null ? (
    <>{title}</>
  ) : (
    <Link className="sync-view__link" href={href} prefetch={false}>
      {title}
    </Link>
  )

type FactProps = { children: ReactNode; name: string }

const Fact = ({ name, children }: FactProps): ReactElement => (
  <div className="sync-issue__fact">
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
