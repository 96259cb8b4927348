/** A mapped club, for the content collection `mafiaClubs`. */
export type MafiaClubDocument = {
  city?: null | string
  country?: null | string
  /** Mean rating of its players. */
  elo?: null | number
  name: string
  /** Its place in the rating of clubs, from 1. */
  rank?: null | number
  /** Points in the rating of clubs. */
  score?: null | number
}
