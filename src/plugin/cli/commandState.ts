/** Not a variable: Payload's command line may load this module twice, for the config and for us. */
const STARTED = Symbol.for('payload-plugin-sync.commandStarted')

export const markCommandStarted = (): void => {
  Object.defineProperty(globalThis, STARTED, { configurable: true, value: true })
}

export const isCommandStarted = (): boolean => STARTED in globalThis
