import type { StoredDocument } from './createGomafiaTest.js'

/** All of a document but when it was looked at and how that went, which is to be told. */
export const withoutMark = ({
  lastSyncAt: _lastSyncAt,
  syncStatus: _syncStatus,
  ...document
}: StoredDocument) => document
