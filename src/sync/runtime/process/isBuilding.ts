/** Whether this process is `next build`, which starts Payload dozens of times and serves nobody. */
export const isBuilding = (): boolean => process.env.NEXT_PHASE === 'phase-production-build'
