export type { Slugs } from '../options/collectionKeys.js'
export { MACHINERY_KEYS } from '../options/collectionKeys.js'
export { createContentCollection } from './content/createContentCollection.js'
export { createMachineryCollection } from './machinery/createMachineryCollection.js'
