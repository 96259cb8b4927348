/** `YYYY-MM-DD HH:MM:SS`, in UTC and, as the provider does it, without saying so. */
export const toWireDateTime = (moment: number): string =>
  new Date(moment).toISOString().slice(0, 19).replace('T', ' ')
