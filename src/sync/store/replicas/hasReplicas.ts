import type { Payload } from 'payload'

/**
 * Whether the project's database has read replicas: its adapter notes each write then, so that what
 * is read next is not read from one.
 */
export const hasReplicas = (payload: Payload): boolean => {
  const { readReplicaOptions } = payload.db as { readReplicaOptions?: unknown[] }
  return (readReplicaOptions?.length ?? 0) > 0
}
