/** Where every account of a machine can go. The first survives a restart of the machine. */
export const SHARED_FOLDERS = ['/var/tmp', '/tmp'] as const
