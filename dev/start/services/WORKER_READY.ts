/** What the worker process prints when it takes runs. */
export const WORKER_READY = 'The worker takes runs.'
