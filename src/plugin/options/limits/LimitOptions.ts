/** How much may be asked of the REST routes, by all hosts together. */
export type LimitOptions = {
  /**
   * How many proxies of your own a request passes, each of which adds whom it saw to
   * `X-Forwarded-For`. Without any no address is believed, and all who are not signed in are one
   * client.
   *
   * @default 0
   */
  proxies?: number
  /** Requests of a client in a minute. @default 100 */
  requestsPerMinute?: number
  /**
   * Syncs that may be triggered through REST in an hour, of all providers together. A provider may
   * take fewer.
   *
   * @default 60
   */
  triggersPerHour?: number
}

export type ResolvedLimits = Required<LimitOptions>

export const resolveLimits = ({
  proxies = 0,
  requestsPerMinute = 100,
  triggersPerHour = 60,
}: LimitOptions = {}): ResolvedLimits => ({ proxies, requestsPerMinute, triggersPerHour })
