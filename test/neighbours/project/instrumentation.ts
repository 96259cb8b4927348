export const register = async (): Promise<void> => {
  // Without it Payload starts with the first request that needs it, whichever that is.
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.SYNC_INSTRUMENTATION !== 'off') {
    const [{ default: config }, { instrumentSync }] = await Promise.all([
      import('@payload-config'),
      import('payload-plugin-sync/instrumentation'),
    ])
    instrumentSync({ config })
  }
}
