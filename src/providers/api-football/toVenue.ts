import { toText } from './toText.js'

type Venue = { city?: null | string | undefined; name?: null | string | undefined }

/** Name and city of a ground. Its id comes and goes, so it is not read. */
export const toVenue = (venue: null | Venue) => ({
  name: toText(venue?.name ?? ''),
  city: toText(venue?.city ?? ''),
})
