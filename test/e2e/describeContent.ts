import type { Page } from 'playwright-core'

import { describe, expect, it } from 'vitest'

import { findViolations } from './findViolations.js'
import { reload } from './reload.js'
import { takePicture } from './takePicture.js'
import { visit } from './visit.js'

type DescribeContentArgs = {
  appUrl: string
  /** There only when tests run. */
  open: () => Page
}

/** What was synced, as it looks: a match, and the pictures of who plays. */
export const describeContent = ({ appUrl, open }: DescribeContentArgs): void => {
  describe('how what was synced looks', () => {
    it('should show the last matches above the list, and both teams with the score in it', async () => {
      const page = open()
      await visit({ page, url: `${appUrl}/admin/collections/matches?limit=10` })
      const around = page.getByRole('region', { name: 'Around today' })
      await around.getByRole('heading', { name: 'Last' }).waitFor()

      expect(await around.getByRole('link').count()).toBe(4)
      const score = page.locator('.sync-sides').first()
      // What rows point to is loaded after them.
      await expect.poll(() => score.locator('img').count()).toBe(2)
      expect(await score.innerText()).toMatch(/\d – \d/)
      expect(await findViolations({ page })).toEqual([])
      await takePicture({ name: 'matches', page })
    })

    it('should head the form of a match with how it stands', async () => {
      const page = open()
      await page.locator('.soccer-around a').first().click()

      const board = page.locator('.soccer-board')
      await board.waitFor()
      expect(await board.locator('.sync-picture img').count()).toBe(2)
      expect(await board.innerText()).toMatch(/\d – \d/)
      expect(await board.innerText()).toContain('Half-time')
      expect(await findViolations({ page })).toEqual([])
      await takePicture({ name: 'match', page })
    })

    it('should let people pick a team by its crest', async () => {
      const page = open()
      await page.locator('#field-homeTeam .rs__control').click()
      const list = page.getByRole('dialog')
      const first = list.locator('.sync-picture-cell').first()
      await first.locator('img').waitFor()
      await takePicture({ name: 'pick-a-team', page })
      const name = await first.innerText()
      await first.getByRole('button').click()
      await list.waitFor({ state: 'detached' })
      await page.locator('#field-homeTeam').getByText(name).waitFor()
      // Nothing is saved.
      await reload({ page })
    })

    it('should be usable in the dark and on a phone', async () => {
      const page = open()
      const { height, width } = page.viewportSize()!
      await page.emulateMedia({ colorScheme: 'dark' })
      await reload({ page })
      await page.locator('.soccer-board').waitFor()
      expect(await findViolations({ page })).toEqual([])
      await takePicture({ name: 'match-dark', page })
      await page.setViewportSize({ height: 844, width: 390 })
      await takePicture({ name: 'match-phone', page })
      await visit({ page, url: `${appUrl}/admin/collections/matches?limit=10` })
      await page.getByRole('region', { name: 'Around today' }).waitFor()
      expect(await page.evaluate(() => document.body.scrollWidth)).toBeLessThanOrEqual(390)
      await takePicture({ name: 'matches-phone', page })
      await page.setViewportSize({ height, width })
      await page.emulateMedia({ colorScheme: null })
    })

    it.each(['countries', 'leagues', 'players', 'teams'])(
      'should show the pictures of %s in the list and in the form',
      async (slug) => {
        const page = open()
        await visit({ page, url: `${appUrl}/admin/collections/${slug}?limit=10` })
        const first = page.locator('.sync-picture-cell').first()
        await first.locator('img').waitFor()

        await first.getByRole('link').click()

        await page.locator('.sync-picture-preview img').waitFor({ state: 'attached' })
      },
    )

    it('should leave the box of a checkbox to be checked, and stand below it', async () => {
      const page = open()
      await visit({ page, url: `${appUrl}/admin/collections/teams` })
      await page.locator('.sync-picture-cell').getByRole('link').first().click()
      const field = page.locator('.checkbox').first()
      await field.locator('.sync-field').waitFor()
      const box = field.getByRole('checkbox')
      const isChecked = await box.isChecked()

      await box.click()

      expect(await box.isChecked()).toBe(!isChecked)
      // Nothing is saved.
      await reload({ page })
    })

    it('should stand in with letters where a host does not answer', async () => {
      const preview = open().locator('.sync-picture-preview')

      await preview.locator('img').dispatchEvent('error')

      await expect.poll(() => preview.innerText()).toMatch(/^[\p{Lu}\p{N}]{1,2}$/u)
    })
  })
}
