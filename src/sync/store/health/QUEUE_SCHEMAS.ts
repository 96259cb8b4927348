/** Where the queue's tables are unless a project says otherwise: in no other program's schema. */
export const DEFAULT_QUEUE_SCHEMA = 'payload_sync_queue'

/** Where earlier versions had them: the schema that every program with a graphile-worker shares. */
export const SHARED_QUEUE_SCHEMA = 'graphile_worker'
