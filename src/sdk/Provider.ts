import type { Accounts, AccountsDefinition } from './connections/Accounts.js'
import type { Connection, ConnectionOptions } from './connections/Connection.js'
import type { ContentKit } from './content/ContentKit.js'
import type { Discovery } from './discover/Discovery.js'
import type { FileImport } from './files/FileImport.js'
import type { HttpFacts } from './http/HttpFacts.js'
import type { Resource } from './Resource.js'

/** Makes what a provider's HTTP needs with one connection. Called once for each. */
export type Connect = (connection: Connection) => HttpFacts

/** Opens what a provider's resources read without HTTP. A promise is awaited. */
export type OpenSource = (connection: Connection) => unknown

/** What `defineProvider` is given. */
export type ProviderDefinition<TName extends string = string, TResource extends string = string> = {
  /**
   * Says that people may enter connections of their own, in the admin panel, and what these consist
   * of. `connect` makes of each what HTTP needs, as of those of the config.
   *
   * @default connections come from the config only
   */
  accounts?: AccountsDefinition
  /**
   * Lets go of what it holds open in this process: a browser, a pool of connections. Called each time
   * the workers of the process have stopped; what is needed after that is to be opened again. What it
   * throws is logged.
   *
   * @default nothing
   */
  close?: () => Promise<void>
  /**
   * Where each connection has credentials of its own: what HTTP needs with one of them. Give this
   * or
   * `http`.
   */
  connect?: Connect
  /**
   * The connections that the config knows, by name. A run is of one of them; one that names none is
   * of the one called `default`.
   *
   * @default one called `default`, with nothing to sign in with; none for a provider with `accounts`
   */
  connections?: Readonly<Record<string, ConnectionOptions>>
  /**
   * The kit whose collections it fills. Leave it out where all it fills are the project's own.
   *
   * @default none
   */
  content?: ContentKit
  /**
   * What it can tell of the values of its options, by what people would ask for: `shelves`. The
   * command `payload sync discover` shows it.
   *
   * @default nothing
   */
  discover?: Readonly<Record<string, Discovery>>
  /** Where all credentials come from the config, or there are none: what HTTP needs. */
  http?: HttpFacts
  /** As people read it. @default the name */
  label?: string
  /** Lower case, digits and hyphens; part of every record's identity, so never rename it. */
  name: TName
  /**
   * What is missing before this provider can be asked, in words that name the variable or option.
   * Reported at start-up; a run is refused while there is any.
   */
  problems?: readonly string[]
  /**
   * What the provider itself calls its budgets of requests, by their names in `readQuota` and
   * `quotas`: `{ day: 'Requests per day' }`.
   *
   * @default the names
   */
  quotaLabels?: Readonly<Record<string, string>>
  resources: Readonly<Record<TResource, Resource>>
  /**
   * Where records come from something else than HTTP: files, another database, a function. What it
   * gives for a connection is handed to every resource as `source`. It is called once for each
   * connection, when it is first needed, and what it gives is kept as long as the process lives. A
   * promise is awaited: resources get what it resolves to. After a failure it is called again the
   * next time. No quota and no breaker watches over it. Where records come in files that people
   * bring, it is what `importFile` makes.
   *
   * @default none
   */
  source?: FileImport | OpenSource
  /**
   * Syncs that may be triggered through REST in an hour, where that must be fewer than the project
   * allows. Schedules and commands are not counted.
   *
   * @default what the project allows
   */
  triggersPerHour?: number
}

/** An outside system, complete. Its type knows its name and those of its resources. */
export type Provider<TName extends string = string, TResource extends string = string> = {
  /** What people may enter; `undefined` where they may enter nothing. */
  readonly accounts?: Accounts
  /** Ask `closeProviders` for that of all. */
  readonly close?: (() => Promise<void>) | undefined
  readonly connect?: Connect
  /**
   * By name: those of the config, and of a running project also those that people entered and that
   * are active, as they were when they were last looked up. Never none without `accounts`.
   */
  readonly connections: ReadonlyMap<string, Connection>
  readonly content?: ContentKit
  readonly discover?: Readonly<Record<string, Discovery>> | undefined
  /** Ask `findHttpFacts` for those of a connection. */
  readonly http?: HttpFacts
  readonly label: string
  readonly name: TName
  readonly problems: readonly string[]
  readonly quotaLabels: Readonly<Record<string, string>>
  /** In dependency order: what others refer to comes first. */
  readonly resources: ReadonlyMap<TResource, Resource>
  /** Ask `findSource` for that of a connection. */
  readonly source?: FileImport | OpenSource
  readonly triggersPerHour?: number | undefined
}
