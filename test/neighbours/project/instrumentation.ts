export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [{ default: config }, { instrumentSync }] = await Promise.all([
      import('@payload-config'),
      import('payload-plugin-sync/instrumentation'),
    ])
    instrumentSync({ config })
  }
}
