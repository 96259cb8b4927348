import type { Country } from '../types.js'

type CountryFacts = Omit<Country, 'id'>

/**
 * By FIFA code, which is also how the source marks the clubs of international cups: "(ENG)".
 * Every world has all of them, so a player's nationality always resolves. Coordinates are rough
 * centres. "Europe" and "South America" are the countries of the continental cups, as providers
 * do it. The parts of the United Kingdom have no ISO 3166-1 code: like the provider we emulate
 * first, England answers with the invented `EN`/`ENG`.
 */
export const countryFacts: ReadonlyMap<string, CountryFacts> = new Map(
  (
    [
      ['ALG', 'Algeria', "People's Democratic Republic of Algeria", 'Africa', 'DZ', 'DZA', 28, 2],
      ['ARG', 'Argentina', 'Argentine Republic', 'South America', 'AR', 'ARG', -35, -65],
      ['AUS', 'Australia', 'Commonwealth of Australia', 'Oceania', 'AU', 'AUS', -25, 134],
      ['AUT', 'Austria', 'Republic of Austria', 'Europe', 'AT', 'AUT', 47.6, 14.1],
      ['AZE', 'Azerbaijan', 'Republic of Azerbaijan', 'Europe', 'AZ', 'AZE', 40.3, 47.7],
      ['BEL', 'Belgium', 'Kingdom of Belgium', 'Europe', 'BE', 'BEL', 50.6, 4.6],
      ['BLR', 'Belarus', 'Republic of Belarus', 'Europe', 'BY', 'BLR', 53.5, 28],
      [
        'BOL',
        'Bolivia',
        'Plurinational State of Bolivia',
        'South America',
        'BO',
        'BOL',
        -16.7,
        -64.7,
      ],
      ['BRA', 'Brazil', 'Federative Republic of Brazil', 'South America', 'BR', 'BRA', -10.8, -53],
      ['BUL', 'Bulgaria', 'Republic of Bulgaria', 'Europe', 'BG', 'BGR', 42.8, 25.2],
      ['CHI', 'Chile', 'Republic of Chile', 'South America', 'CL', 'CHL', -37.7, -71.4],
      ['CHN', 'China', "People's Republic of China", 'Asia', 'CN', 'CHN', 36.6, 103.8],
      ['COL', 'Colombia', 'Republic of Colombia', 'South America', 'CO', 'COL', 3.9, -73.1],
      ['CRO', 'Croatia', 'Republic of Croatia', 'Europe', 'HR', 'HRV', 45.1, 16.4],
      ['CYP', 'Cyprus', 'Republic of Cyprus', 'Europe', 'CY', 'CYP', 35, 33],
      ['CZE', 'Czech Republic', 'Czech Republic', 'Europe', 'CZ', 'CZE', 49.7, 15.3],
      ['DEN', 'Denmark', 'Kingdom of Denmark', 'Europe', 'DK', 'DNK', 56, 10],
      ['ECU', 'Ecuador', 'Republic of Ecuador', 'South America', 'EC', 'ECU', -1.4, -78.8],
      ['EGY', 'Egypt', 'Arab Republic of Egypt', 'Africa', 'EG', 'EGY', 26.5, 29.9],
      ['ENG', 'England', 'England', 'Europe', 'EN', 'ENG', 52.6, -1.5],
      ['ESP', 'Spain', 'Kingdom of Spain', 'Europe', 'ES', 'ESP', 40.2, -3.6],
      ['FRA', 'France', 'French Republic', 'Europe', 'FR', 'FRA', 46.6, 2.5],
      ['GER', 'Germany', 'Federal Republic of Germany', 'Europe', 'DE', 'DEU', 51.1, 10.4],
      ['GRE', 'Greece', 'Hellenic Republic', 'Europe', 'GR', 'GRC', 39.5, 22],
      ['HUN', 'Hungary', 'Hungary', 'Europe', 'HU', 'HUN', 47.2, 19.4],
      ['ISR', 'Israel', 'State of Israel', 'Europe', 'IL', 'ISR', 31.4, 35],
      ['ITA', 'Italy', 'Italian Republic', 'Europe', 'IT', 'ITA', 42.8, 12.1],
      ['JPN', 'Japan', 'Japan', 'Asia', 'JP', 'JPN', 37.6, 138],
      ['KAZ', 'Kazakhstan', 'Republic of Kazakhstan', 'Europe', 'KZ', 'KAZ', 48.2, 67.3],
      ['MAR', 'Morocco', 'Kingdom of Morocco', 'Africa', 'MA', 'MAR', 31.8, -7.1],
      ['MEX', 'Mexico', 'United Mexican States', 'North America', 'MX', 'MEX', 23.9, -102.5],
      ['NED', 'Netherlands', 'Kingdom of the Netherlands', 'Europe', 'NL', 'NLD', 52.2, 5.6],
      ['PAR', 'Paraguay', 'Republic of Paraguay', 'South America', 'PY', 'PRY', -23.2, -58.4],
      ['PER', 'Peru', 'Republic of Peru', 'South America', 'PE', 'PER', -9.2, -74.4],
      ['POL', 'Poland', 'Republic of Poland', 'Europe', 'PL', 'POL', 52.1, 19.4],
      ['POR', 'Portugal', 'Portuguese Republic', 'Europe', 'PT', 'PRT', 39.6, -8.5],
      ['ROU', 'Romania', 'Romania', 'Europe', 'RO', 'ROU', 45.8, 25],
      ['RUS', 'Russia', 'Russian Federation', 'Europe', 'RU', 'RUS', 62, 96.7],
      ['SCO', 'Scotland', 'Scotland', 'Europe', 'SC', 'SCO', 56.8, -4.2],
      ['SRB', 'Serbia', 'Republic of Serbia', 'Europe', 'RS', 'SRB', 44.2, 20.8],
      ['SUI', 'Switzerland', 'Swiss Confederation', 'Europe', 'CH', 'CHE', 46.8, 8.2],
      ['SVK', 'Slovakia', 'Slovak Republic', 'Europe', 'SK', 'SVK', 48.7, 19.5],
      ['SVN', 'Slovenia', 'Republic of Slovenia', 'Europe', 'SI', 'SVN', 46.1, 14.8],
      ['SWE', 'Sweden', 'Kingdom of Sweden', 'Europe', 'SE', 'SWE', 62.8, 16.7],
      ['TUR', 'Turkey', 'Republic of Türkiye', 'Europe', 'TR', 'TUR', 39.1, 35.2],
      ['UKR', 'Ukraine', 'Ukraine', 'Europe', 'UA', 'UKR', 49, 31.4],
      ['URU', 'Uruguay', 'Oriental Republic of Uruguay', 'South America', 'UY', 'URY', -32.8, -56],
      [
        'USA',
        'United States',
        'United States of America',
        'North America',
        'US',
        'USA',
        39.8,
        -98.6,
      ],
      [
        'VEN',
        'Venezuela',
        'Bolivarian Republic of Venezuela',
        'South America',
        'VE',
        'VEN',
        7.1,
        -66.2,
      ],
      ['EUR', 'Europe', 'Europe', 'Europe', 'EU', 'EUR', 50, 15],
      ['SAM', 'South America', 'South America', 'South America', 'SA', 'SAM', -15, -60],
    ] as const
  ).map(([fifaCode, name, officialName, continent, iso2, iso3, latitude, longitude]) => [
    fifaCode,
    { name, continent, fifaCode, iso2, iso3, latitude, longitude, officialName },
  ]),
)

/** Clubs that play in a neighbour's league belong to the neighbour, or they would exist twice. */
export const countryOfClubCode = (fifaCode: string): string =>
  fifaCode === 'MCO' ? 'FRA' : fifaCode
