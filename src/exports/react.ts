export type { LiveDocuments, UseLiveDocumentsArgs } from '../react/useLiveDocuments.client.js'
export { useLiveDocuments } from '../react/useLiveDocuments.client.js'
export type { LiveDocument } from '../shared/live/LiveNews.js'
