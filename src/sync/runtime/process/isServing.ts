import { isBuilding } from './isBuilding.js'

/**
 * Whether this process serves the project. Payload also starts inside `next build`, dozens of
 * times, and in every command of its CLI; those must not work on the queue.
 *
 * Next sets `NEXT_RUNTIME` in its commands and its bundles, and `NEXT_PHASE` while it builds.
 */
export const isServing = (): boolean => process.env.NEXT_RUNTIME === 'nodejs' && !isBuilding()
