/** What the global setups hand to the test files, by `inject`. */
declare module 'vitest' {
  // Only an interface can be added to from outside.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  export interface ProvidedContext {
    /** Where the dev app answers. Only browser tests have one. */
    appUrl: string
    /** A database of the server in which `createTestDatabase` makes its own. */
    databaseServerUrl: string
    /** The provider emulator of the dev app, to switch faults on. Only browser tests have one. */
    emulatorUrl: string
  }
}

export {}
