export * from '../../content/mafia/index.js'
