import type { Schedule } from './Schedule.js'

/** Whether a schedule fires at all. */
export const isOn = ({ enabled, retiredAt }: Pick<Schedule, 'enabled' | 'retiredAt'>): boolean =>
  enabled && retiredAt === null
