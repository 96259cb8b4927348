/** What orders the configs of a project: a number, or an ISO 8601 moment in UTC. */
export type ConfigVersion = number | string

type IsOlderArgs = { than: ConfigVersion | undefined; version: ConfigVersion | undefined }

/** Whether both are known, of one kind, and the first comes before the other. */
export const isOlder = ({ than, version }: IsOlderArgs): boolean =>
  version !== undefined && typeof version === typeof than && version < than!
