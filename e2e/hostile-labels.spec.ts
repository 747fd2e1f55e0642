import { readXlsx } from "hucre/xlsx";
import { expect, onBook, test } from "./app.ts";
import { HOSTILE, writeHostileBook } from "./books/hostile-book.ts";

test.use(onBook(writeHostileBook));

test("labels with markup in them are shown letter by letter, and do nothing", async ({ app, kessan }) => {
  const { bar, grid, explanation, chart } = kessan;
  await expect(bar.company).toHaveText(HOSTILE.company);
  await expect.poll(() => kessan.page.title()).toContain(HOSTILE.company);
  await expect(grid.section(HOSTILE.section)).toBeVisible();
  await expect(grid.label(HOSTILE.revenue)).toBeVisible();
  await expect(explanation.heading).toHaveText(HOSTILE.revenue);
  await expect(explanation.fact("source")).toHaveText(HOSTILE.source);
  await expect(chart.legend.first()).toHaveText(HOSTILE.service);
  await expect.poll(() => chart.picture.getAttribute("aria-label")).toContain(HOSTILE.service);

  // Where text is put together: the chart's tooltip, the editor's name, what undo would do, a message.
  await chart.picture.hover();
  await expect(chart.drawing).toContainText("=HYPERLINK");
  await grid.enter(HOSTILE.revenue, "2Q06", "15000");
  await expect(grid.cell(HOSTILE.margin, "2Q06")).toHaveText("17.1%");
  await expect.poll(() => bar.undo.getAttribute("title")).toContain(HOSTILE.revenue);
  await grid.select(HOSTILE.revenue);
  await expect(chart.heading).toHaveText(HOSTILE.revenue);

  const { bytes } = await app.saved(() => bar.export.click());
  const { sheets } = await readXlsx(bytes);
  const cells = [...(sheets[0]?.cells?.entries() ?? [])];
  expect(sheets[0]?.rows.some(([first]) => first === HOSTILE.margin)).toBe(true);
  expect(cells.filter(([, cell]) => cell.formula?.includes("HYPERLINK"))).toEqual([]);

  expect(await kessan.page.evaluate(() => "attacked" in window)).toBe(false);
  expect(await kessan.page.locator("img, script:not([src]), iframe, svg[onload]").count()).toBe(0);
});
