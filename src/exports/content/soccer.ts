export * from '../../content/soccer/index.js'
