/** Sent with what the admin panel reads by itself, again and again; no limit counts it. */
export const POLLING_HEADER = 'X-Sync-Polling'
