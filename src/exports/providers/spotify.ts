export * from '../../providers/spotify/index.js'
