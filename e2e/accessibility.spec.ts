import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "@playwright/test";
import type { BookWindow } from "./pages/book-window.ts";
import { expect, test } from "./app.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds that keeps somebody out or slows them down much; each with the first element it is at. */
async function barriers(page: Page): Promise<string[]> {
  // As an expression: the window's policy allows no script of ours.
  await page.evaluate(`if (!window.axe) { ${await readFile(AXE, "utf8")} }`);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (...asked: unknown[]) => Promise<AxeResults> } };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
      resultTypes: ["violations"],
    });
    // Told from within: what axe says of every element of a grid is megabytes, as costly to carry as to find.
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ""}`);
  });
}

/** What can be on screen, and how a person gets it there. */
const SIGHTS: readonly (readonly [string, (kessan: BookWindow) => Promise<void>])[] = [
  ["the figures", async () => {}],
  [
    "a selection and an open editor",
    async ({ grid, page }) => {
      await grid.goTo("Total revenues", "2Q06");
      await page.keyboard.press("Shift+ArrowLeft");
      await page.keyboard.press("F2");
    },
  ],
  [
    "a figure that was refused",
    async ({ grid }) => {
      await grid.enter("Total revenues", "2Q06", "1,23");
      await grid.problem.first().waitFor();
    },
  ],
  ["growth on the year", async ({ page }) => page.keyboard.press("Alt+o")],
  ["a page of the deck", async ({ bar }) => bar.view("period").click()],
  ["a chart", async ({ bar }) => bar.view("trends").click()],
  ["the checks", async ({ bar }) => bar.view("checks").click()],
  ["the briefing", async ({ bar }) => bar.view("briefing").click()],
  ["every command", async ({ page }) => page.keyboard.press("ControlOrMeta+k")],
  ["the keys", async ({ page }) => page.keyboard.press("F1")],
  ["the search", async ({ page }) => page.keyboard.press("ControlOrMeta+f")],
  ["the way to a cell", async ({ page }) => page.keyboard.press("ControlOrMeta+g")],
  ["a note", async ({ page }) => page.keyboard.press("Shift+F2")],
];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test(`in a ${colorScheme} window nothing keeps anybody out`, async ({ kessan }) => {
      // A dozen sights, each in a window of its own.
      test.slow();
      for (const [sight, show] of SIGHTS) {
        await test.step(sight, async () => {
          await kessan.reload();
          await show(kessan);
          expect(await barriers(kessan.page), sight).toEqual([]);
        });
      }
    });
  });
}
