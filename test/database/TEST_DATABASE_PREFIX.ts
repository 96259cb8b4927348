/** Names every database that the tests make, so that they can be found and dropped. */
export const TEST_DATABASE_PREFIX = 'sync_test_'
