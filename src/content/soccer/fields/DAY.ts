import type { DateField } from 'payload'

/**
 * How a day without a time is picked and shown: with its year, in forms and in lists. Payload
 * stores what is picked at 12:00 UTC.
 */
export const DAY = {
  displayFormat: 'd MMM yyyy',
  pickerAppearance: 'dayOnly',
} as const satisfies NonNullable<DateField['admin']>['date']
