export * from '../project/createSyncTest.js'
