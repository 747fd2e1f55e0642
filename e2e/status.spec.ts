import type { Locator } from "@playwright/test";
import { expect, test } from "./app.ts";
import type { BookWindow } from "./pages/book-window.ts";

const REVENUE = "Total revenues";
const CONNECTIVITY = "Connectivity and value-added services";
const TAX = "Income tax expense (benefit)";
const DEFERRED = "of which deferred tax benefits";
const NET_INCOME = "Net income (loss)";
const MARGIN_RATIO = "Gross margin ratio";

const statistics = (kessan: BookWindow): Locator =>
  kessan.page.getByRole("list", { name: kessan.words.clipboard.status.label }).getByRole("listitem");

const readOut = (kessan: BookWindow): Locator =>
  kessan.page.getByRole("status", { name: kessan.words.clipboard.status.label });

test("the status bar adds up what is selected, and follows every edit", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.goTo(REVENUE, "2Q06");
  await expect(statistics(kessan)).toHaveCount(0);
  await grid.press("Shift+ArrowLeft");
  await expect(statistics(kessan)).toHaveText([
    "Sum 26,444",
    "Average 13,222.0",
    "Count 2",
    "Min 12,437",
    "Max 14,007",
    "JPY million",
  ]);
  await expect(readOut(kessan)).toHaveText("Sum 26,444, Average 13,222.0, Count 2, Min 12,437, Max 14,007 JPY million");
  await kessan.page.keyboard.type("15,007");
  await grid.press("Enter");
  await expect(statistics(kessan).first()).toHaveText("Sum 27,444");
  await grid.press("ControlOrMeta+z");
  await expect(statistics(kessan).first()).toHaveText("Sum 26,444");
});

test("percentages have an average and no sum; figures of several units are counted", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.drag([MARGIN_RATIO, "1Q06"], [MARGIN_RATIO, "2Q06"]);
  await expect(statistics(kessan)).toHaveText(["Average 18.4%", "Count 2", "Min 18.3%", "Max 18.5%"]);
  await grid.goTo(REVENUE, "2Q06");
  await grid.cell(MARGIN_RATIO, "2Q06").click({ modifiers: ["ControlOrMeta"] });
  await expect(statistics(kessan)).toHaveText(["Count 2"]);
  await grid.drag([REVENUE, "2Q06"], [REVENUE, "3Q06"]);
  await expect(statistics(kessan)).toHaveCount(0);
});

test("a year and its quarters are not added up, and it is said why", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await bar.show("QQQQY");
  await grid.goTo(REVENUE, "FY2005");
  for (let quarter = 1; quarter <= 4; quarter++) await grid.press("Shift+ArrowLeft");
  await expect(statistics(kessan)).toHaveText([
    "Count 5",
    /^Min /,
    /^Max /,
    "JPY million",
    "Not added up: the periods overlap",
  ]);
  await grid.goTo(REVENUE, "4Q05");
  await grid.press("Shift+ArrowLeft");
  await expect(statistics(kessan).first()).toHaveText(/^Sum /);
  await bar.show("YTD");
  await grid.goTo(REVENUE, "1H06 cumulative");
  await grid.press("Shift+ArrowLeft");
  await expect(statistics(kessan).first()).toHaveText("Count 2");
});

test("in Japanese, in the style of the negatives that is chosen", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await bar.chooseNegatives("triangle");
  await grid.drag([TAX, "2Q06"], [DEFERRED, "2Q06"]);
  await kessan.switchLanguage();
  await expect(statistics(kessan)).toHaveText([
    "合計 157",
    "平均 78.5",
    "個数 2",
    "最小 △1,109",
    "最大 1,266",
    "百万円",
  ]);
});

test.describe("on a small screen", () => {
  test.use({ viewport: { width: 1024, height: 700 } });

  test("all of it fits beside the saved state and the findings", async ({ kessan }) => {
    const { grid } = kessan;
    await grid.goTo(NET_INCOME, "2Q06");
    await grid.press("ControlOrMeta+a");
    await expect(statistics(kessan)).toHaveText([/^Count/]);
    await grid.goTo(REVENUE, "1Q06");
    await grid.drag([REVENUE, "1Q06"], [CONNECTIVITY, "2Q06"]);
    await expect(statistics(kessan)).toHaveCount(6);
    const boxes = await statistics(kessan).evaluateAll((items) =>
      items.map((item) => {
        const { left, right, top, bottom } = item.getBoundingClientRect();
        return { left, right, top, bottom };
      }),
    );
    const saved = await kessan.savedState.boundingBox();
    const outside = await kessan.page
      .getByRole("status")
      .filter({ hasText: /outside/ })
      .boundingBox();
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBeGreaterThan(
        Math.max((saved?.x ?? 0) + (saved?.width ?? 0), (outside?.x ?? 0) + (outside?.width ?? 0)),
      );
      expect(right).toBeLessThanOrEqual(1024);
      expect(bottom).toBeLessThanOrEqual(700);
      expect(top).toBeGreaterThan(660);
    }
    expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
  });
});
