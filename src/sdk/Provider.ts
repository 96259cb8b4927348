import type { HttpFacts } from './http/HttpFacts.js'
import type { Resource } from './Resource.js'

export type ProviderDefinition = {
  http: HttpFacts
  /** As people read it. @default the name */
  label?: string
  /** Lower case, digits and hyphens; part of every record's identity, so never rename it. */
  name: string
  /**
   * What is missing before this provider can be asked, in words that name the variable or option.
   * Reported at start-up; a run is refused while there is any.
   */
  problems?: readonly string[]
  resources: Record<string, Resource>
}

/** An outside system, complete. */
export type Provider = {
  readonly http: HttpFacts
  readonly label: string
  readonly name: string
  readonly problems: readonly string[]
  /** In dependency order: what others refer to comes first. */
  readonly resources: ReadonlyMap<string, Resource>
}
