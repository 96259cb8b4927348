/** What `source` hands to every resource of a connection. */
export type OpenaiSource = { connection: string }

/** How it is called wherever people read of it. */
export const SERVICE = 'OpenAI API'
