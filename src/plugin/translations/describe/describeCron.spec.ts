import { describe, expect, it } from 'vitest'

import { findNextSlots } from '../../../sync/schedule/slots/slots.js'
import { describeCron } from './describeCron.js'
import { expandSteps } from './expandSteps.js'

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

  it.each([
    ['*/45 * * * *', 'At 0 and 45 minutes past the hour'],
    ['*/90 * * * *', 'Every hour'],
    ['*/40 * * * *', 'At 0 and 40 minutes past the hour'],
    ['*/7 * * * *', 'At 0, 7, 14, 21, 28, 35, 42, 49, and 56 minutes past the hour'],
    ['0 */5 * * *', 'At 00:00, 05:00, 10:00, 15:00 and 20:00'],
    ['0 3 */10 * *', 'At 03:00, on day 1, 11, 21, and 31 of the month'],
    ['0 3 1 */5 *', 'At 03:00, on day 1 of the month, only in January, June, and November'],
    ['0 3 * * */2', 'At 03:00, only on Sunday, Tuesday, Thursday, and Saturday'],
    ['10-50/25,55 * * * *', 'At 10, 35, and 55 minutes past the hour'],
  ])('should tell of %s when it is', (cron, text) => {
    expect(describeCron({ cron, language: 'en' })).toBe(text)
  })

  const LANGUAGES = ['en', 'de', 'es', 'fr', 'ru', 'uk']
  const timing = (cron: string) => ({
    cron,
    frequency: 'cron' as const,
    hour: null,
    minute: null,
    monthDay: null,
    timezone: 'UTC',
    weekday: null,
  })
  const slotsOf = (cron: string) =>
    findNextSlots({ after: new Date('2031-03-05T12:00:00Z'), count: 200, timing: timing(cron) })

  it.each(['* * * * *', '0 * * * *', '0 3 * * *', '0 3 1 * *'])(
    'should name no step as a rhythm that it does not keep, in the field behind %s',
    (base) => {
      const index = { '* * * * *': 0, '0 * * * *': 1, '0 3 * * *': 2, '0 3 1 * *': 3 }[base]!
      const most = [59, 23, 31, 12][index]!
      for (let step = 2; step <= most; step++) {
        const cron = base
          .split(' ')
          .map((field, at) => (at === index ? `*/${step}` : field))
          .join(' ')
        const expanded = expandSteps(cron)
        const slots = slotsOf(cron)
        expect(slotsOf(expanded)).toEqual(slots)
        // Steps that come out even keep their words.
        const isEven = [60, 24, 0, 12][index]! % step === 0 && index !== 2
        expect(expanded === cron).toBe(isEven)
        for (const language of LANGUAGES) {
          expect(describeCron({ cron, language })).toBe(describeCron({ cron: expanded, language }))
        }
      }
    },
  )

  it('should show an expression that there are no words for', () => {
    expect(describeCron({ cron: '0 4 * * 1#L', language: 'de' })).toBe('0 4 * * 1#L')
  })
})
