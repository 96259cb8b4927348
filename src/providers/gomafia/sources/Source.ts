import type { HttpClient } from '../../../sdk/index.js'
import type { PlayerPage, TournamentPage } from './rows.js'

/** The ways to the site's data, in the order they are tried. */
export const SOURCES = ['pageData', 'api', 'browser'] as const

/** One of the ways to the site's data. */
export type SourceName = (typeof SOURCES)[number]

/** The lists of the site. */
export type ListName = 'clubs' | 'players' | 'tournaments'

/** What a question to the site needs. */
export type AskArgs = { http: HttpClient; signal: AbortSignal }

export type ReadListArgs = {
  list: ListName
  /** From 1. */
  page: number
  /** The year of a rating. */
  year: number
} & AskArgs

export type ReadPlayerArgs = {
  /** Page of the history, from 1. */
  historyPage: number
  id: string
} & AskArgs

export type ReadTournamentArgs = { id: string } & AskArgs

/** A page of a list. Rows are as the site sent them; nobody has looked at them yet. */
export type ListPage = {
  rows: unknown[]
  /** Rows of the whole list, where the site says so. */
  total: number | undefined
}

/**
 * One way to the site's data. It throws where an answer is not what it should be, and never answers
 * with less instead.
 */
export type Source = {
  /** Lets go of what it holds open, if anything. It is opened again when it is needed. */
  close?: () => Promise<void>
  readList: (args: ReadListArgs) => Promise<ListPage>
  /** `null` where the site has no such player. */
  readPlayer: (args: ReadPlayerArgs) => Promise<null | PlayerPage>
  /** `null` where the site has no such tournament. */
  readTournament: (args: ReadTournamentArgs) => Promise<null | TournamentPage>
}
