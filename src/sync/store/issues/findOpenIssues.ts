import { sql } from '@payloadcms/db-postgres/drizzle'

import type { OpenIssuesArgs } from './openIssues.js'

type FindOpenIssuesArgs = Pick<
  OpenIssuesArgs,
  'database' | 'issues' | 'provider' | 'req' | 'resource'
>

/**
 * Which of these issues are open already, or ignored, as `kind/externalId`; also where one row
 * stands for many records.
 */
export const findOpenIssues = async ({
  database,
  issues,
  provider,
  req,
  resource,
}: FindOpenIssuesArgs): Promise<Set<string>> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const wanted = JSON.stringify(issues.map(({ externalId, kind }) => ({ externalId, kind })))
  const { rows } = await session.execute(sql`
    select issue.kind::text as kind, wanted."externalId" as id
    from jsonb_to_recordset(${wanted}::jsonb) as wanted ("externalId" text, kind text)
    join ${table} as issue on issue.kind::text = wanted.kind and
      case when issue.key is null then issue.external_id = wanted."externalId"
      else jsonb_exists(issue.records, wanted."externalId") end
    where issue.provider = ${provider} and issue.resource = ${resource}
      and issue.status::text in ('open', 'ignored')
  `)
  return new Set((rows as { id: string; kind: string }[]).map(({ id, kind }) => `${kind}/${id}`))
}
