import { describe, expect, it } from 'vitest'

import { describeCron } from './describeCron.js'

// cspell:ignore Cada Minuten minutos Sonntag Toutes
describe('describeCron', () => {
  it.each([
    ['en', 'Every 15 minutes'],
    ['de', 'Alle 15 Minuten'],
    ['es', 'Cada 15 minutos'],
    ['fr', 'Toutes les 15 minutes'],
    ['ru', 'Каждые 15 минут'],
    ['uk', 'Кожні 15 хвилин'],
  ])('should say in %s what an expression means', (language, text) => {
    expect(describeCron({ cron: '*/15 * * * *', language })).toBe(text)
  })

  it('should use all hours of a day, and English where a language lacks', () => {
    expect(describeCron({ cron: '30 14 * * *', language: 'tlh' })).toBe('At 14:30')
  })

  it('should name the day that a frequency means', () => {
    expect(describeCron({ cron: '0 4 * * 0', language: 'de' })).toContain('Sonntag')
  })

  it('should show an expression that there are no words for', () => {
    expect(describeCron({ cron: '0 4 * * 1#L', language: 'de' })).toBe('0 4 * * 1#L')
  })
})
