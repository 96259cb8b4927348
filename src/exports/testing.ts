export * from '../testing/replayServer.js'
