// Next calls this once, when the server starts: schedules do not wait for the first visitor.
export const register = async (): Promise<void> => {
  // The edge runtime must not even load what follows.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [{ default: config }, { instrumentSync }] = await Promise.all([
      import('@payload-config'),
      import('payload-plugin-sync/instrumentation'),
    ])
    instrumentSync({ config })
  }
}
