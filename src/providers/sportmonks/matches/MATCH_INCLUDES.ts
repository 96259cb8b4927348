/**
 * What comes with every match. All are documented for fixtures and livescores. Referees are left
 * out: their include holds ids without names. So is `state`: its id says the same.
 */
export const MATCH_INCLUDES = 'events;league;participants;periods;round;scores;season;stage;venue'
