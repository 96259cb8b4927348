import type { DatabasePool } from '../../store/Database.js'

import { WorkersRefusedError } from '../../../shared/errors/index.js'
import { canCreateQueue, findDatabaseUser } from '../../store/health/canCreateQueue.js'
import { SHARED_QUEUE_SCHEMA } from '../../store/health/QUEUE_SCHEMAS.js'

type PrepareSchemaArgs = {
  pool: DatabasePool
  /** Of the project's tables. */
  projectSchema: string
  /** Of the queue. */
  schema: string
}

/**
 * Makes the queue's first table where its schema is there and empty. graphile-worker begins with
 * `create schema if not exists`, which a role without CREATE on the database may not say even where
 * the schema was made for it; with this table it goes on from there.
 *
 * @throws WorkersRefusedError when the schema cannot be made, or is that of the project's tables
 */
export const prepareSchema = async ({
  pool,
  projectSchema,
  schema,
}: PrepareSchemaArgs): Promise<void> => {
  if (schema === projectSchema) {
    throw new WorkersRefusedError(
      `The queue cannot be in the schema of the project's tables, "${schema}": Payload would offer ` +
        'to delete its tables. Give queue.schema of syncPlugin() another name.',
    )
  }
  const { rows } = await pool.query<{ isBare: boolean | null; isThere: boolean }>(
    `select to_regnamespace($1) is not null as "isThere",
       to_regclass($1 || '.migrations') is null
       and has_schema_privilege(to_regnamespace($1)::oid, 'create') as "isBare"`,
    [schema],
  )
  if (rows[0]?.isBare === true) {
    await pool.query(
      `create table if not exists ${schema}.migrations (
         id int primary key,
         ts timestamptz not null default now(),
         breaking boolean not null default false
       )`,
    )
  }
  if (rows[0]?.isThere === false && !(await canCreateQueue({ pool, schema }))) {
    throw new WorkersRefusedError(
      `The database user may not make the queue's schema. ` +
        adviseQueueSchema({ schema, user: await findDatabaseUser(pool) }),
    )
  }
}

type AdviseArgs = { schema: string; user: string }

/** What the owner of the database does for a role that may not make the schema. */
export const adviseQueueSchema = ({ schema, user }: AdviseArgs): string =>
  `Let the owner of the database run: CREATE SCHEMA ${schema} AUTHORIZATION "${user}". ` +
  'Or grant the role CREATE on the database.' +
  (schema === SHARED_QUEUE_SCHEMA
    ? ''
    : ` Until then, queue: { schema: '${SHARED_QUEUE_SCHEMA}' } keeps the queue where earlier ` +
      'versions had it.')
