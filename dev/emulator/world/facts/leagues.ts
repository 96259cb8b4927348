import type { LeagueKind } from '../types.js'

export type LeagueFacts = {
  /** FIFA code, see `countries.ts`. */
  country: string
  /** As Sportmonks has it, where an example names it. @default one of the emulator's own */
  id?: number
  kind: LeagueKind
  name: string
  shortCode: null | string
  tier: number
}

const league = (
  country: string,
  name: string,
  tier: number,
  shortCode: null | string = null,
  kind: LeagueKind = 'domestic',
): LeagueFacts => ({ name, country, kind, shortCode, tier })

/**
 * By file code of the source. Names are the common ones without sponsor; like those of real
 * providers they repeat ("Bundesliga", "Super League", "Serie B"), and not every league has a
 * short code.
 */
export const leagueFacts: Readonly<Record<string, LeagueFacts>> = {
  'ar.1': league('ARG', 'Liga Profesional', 1, 'ARG LP'),
  'at.1': league('AUT', 'Bundesliga', 1, 'AUT BL'),
  'at.2': league('AUT', '2. Liga', 2),
  'at.cup': league('AUT', 'ÖFB Cup', 1, null, 'cup'),
  'au.1': league('AUS', 'A-League', 1, 'AUS AL'),
  'be.1': league('BEL', 'Pro League', 1, 'BEL PL'),
  'br.1': league('BRA', 'Série A', 1, 'BRA SA'),
  'br.2': league('BRA', 'Série B', 2),
  'ch.1': league('SUI', 'Super League', 1, 'CHE SL'),
  'ch.2': league('SUI', 'Challenge League', 2),
  'cn.1': league('CHN', 'Super League', 1),
  'co.1': league('COL', 'Primera A', 1),
  'copa.l': league('SAM', 'Copa Libertadores', 1, 'CL', 'international'),
  'cz.1': league('CZE', 'First League', 1),
  'de.1': league('GER', 'Bundesliga', 1, 'GER B1'),
  'de.2': league('GER', '2. Bundesliga', 2, 'GER B2'),
  'de.3': league('GER', '3. Liga', 3),
  'de.cup': league('GER', 'DFB-Pokal', 1, 'GER DFB', 'cup'),
  'dz.1': league('ALG', 'Ligue 1', 1),
  'eg.1': league('EGY', 'Premier League', 1),
  'en.1': league('ENG', 'Premier League', 1, 'ENG PL'),
  'en.2': league('ENG', 'Championship', 2, 'ENG CH'),
  'en.3': league('ENG', 'League One', 3),
  'en.4': league('ENG', 'League Two', 4),
  'es.1': league('ESP', 'La Liga', 1, 'ESP L1'),
  'es.2': league('ESP', 'La Liga 2', 2, 'ESP L2'),
  'fr.1': league('FRA', 'Ligue 1', 1, 'FRA L1'),
  'fr.2': league('FRA', 'Ligue 2', 2, 'FRA L2'),
  'gr.1': league('GRE', 'Super League', 1),
  'hu.1': league('HUN', 'Nemzeti Bajnokság I', 1),
  'it.1': league('ITA', 'Serie A', 1, 'ITA SA'),
  'it.2': league('ITA', 'Serie B', 2, 'ITA SB'),
  'jp.1': league('JPN', 'J1 League', 1),
  'ma.1': league('MAR', 'Botola Pro', 1),
  mls: league('USA', 'Major League Soccer', 1, 'USA MLS'),
  'mx.1': league('MEX', 'Liga MX', 1, 'MEX LM'),
  'nl.1': league('NED', 'Eredivisie', 1, 'NLD E'),
  'pt.1': league('POR', 'Liga Portugal', 1, 'PRT PL'),
  'ru.1': league('RUS', 'Premier League', 1),
  'ru.2': league('RUS', 'First League', 2),
  'sco.1': { ...league('SCO', 'Premiership', 1, 'SCO P'), id: 501 },
  'tr.1': league('TUR', 'Süper Lig', 1, 'TUR SL'),
  'tr.2': league('TUR', '1. Lig', 2),
  'uefa.cl': league('EUR', 'Champions League', 1, 'UEFA CL', 'international'),
}
