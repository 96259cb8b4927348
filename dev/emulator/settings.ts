/** What can be changed while the emulator runs. */
export type Settings = {
  /** `token`: an opaque text, as documented. `url`: a full URL, as users report it. */
  cursorStyle: 'token' | 'url'
  /** Requests per entity and hour. */
  rateLimitPerHour: number
}
