/** UTC without a mark that says so, to the second. */
export const toWireMoment = (moment: number): string =>
  new Date(moment).toISOString().replace(/\.\d+Z$/, '')
