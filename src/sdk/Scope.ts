import type { JsonObject } from '../shared/json.js'

/** A part of a resource that is fetched as a whole: a branch of a library, a range of days. */
export type Scope<TParams extends JsonObject = JsonObject> = {
  /** Names this part for ever within the resource: `branch:23614`. Absence is judged by it. */
  key: string
  /** The same in words, for people: `Main library, novels`. */
  label: string
  /** What `fetchPage` needs to fetch it. Stored with the run, so it must be JSON. */
  params: TParams
  /**
   * Whether a complete read proves that a record last seen in this scope and not in it any more is
   * gone at the provider. A moving range of days proves nothing.
   *
   * @default false
   */
  provesAbsence?: boolean
}
