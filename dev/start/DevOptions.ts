/** What the flags and the environment of `npm start` ask for. */
export type DevOptions = {
  databaseUrl: string | undefined
  host: string
  /** Remove the dev database first. */
  isFresh: boolean
  /** `undefined` means: the first free one from 3000 on. */
  port: number | undefined
  set: 'all' | 'demo'
}
