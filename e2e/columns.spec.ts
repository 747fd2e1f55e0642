import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, type App } from "./app.ts";

test.describe("layouts", () => {
  test("each year behind its quarters, quietly grey", async ({ kessan }) => {
    const { bar, grid, columns } = kessan;
    await bar.hidePanes();
    await bar.show("QQQQY");
    await columns.expectYears("FY2004", "FY2005", "FY2006");
    await expect
      .poll(async () => (await columns.periods()).slice(-9))
      .toEqual(["1Q05", "2Q05", "3Q05", "4Q05", "FY2005", "1Q06", "2Q06", "3Q06", "FY2006"]);
    await expect(grid.cell("Total revenues", "FY2005")).toHaveText("49,812");
    expect(await columns.paperOf(grid.cell("Total revenues", "FY2005"))).not.toBe(
      await columns.paperOf(grid.cell("Total revenues", "4Q05")),
    );
  });

  test("all quarters, then all years", async ({ kessan }) => {
    const { bar, grid, columns } = kessan;
    await bar.hidePanes();
    await bar.show("Q-Y");
    await columns.expectYears("FY2004", "FY2005", "FY2006", "Fiscal years");
    await expect.poll(async () => (await columns.periods()).slice(-4)).toEqual(["3Q06", "FY2004", "FY2005", "FY2006"]);
    await expect(grid.cell("Total revenues", "FY2004")).toHaveText("41,702");
  });

  test("half-years", async ({ kessan }) => {
    const { bar, grid, columns } = kessan;
    await bar.show("H");
    await columns.expectPeriods("1H04", "2H04", "1H05", "2H05", "1H06", "2H06");
    await expect(grid.cell("Total revenues", "1H06")).toHaveText("26,444");
    await expect(columns.corner).toHaveText("6 months each");
  });

  test("cumulative figures say that they are, on every column", async ({ kessan }) => {
    const { bar, grid, columns } = kessan;
    await bar.show("YTD");
    await expect
      .poll(async () => (await columns.periods()).slice(-3))
      .toEqual(["1Q06 cumulative", "1H06 cumulative", "9M06 cumulative"]);
    await expect(grid.cell("Total revenues", "1H06 cumulative")).toHaveText("26,444");
    await expect(columns.corner).toHaveText("From the year’s start");
    await expect(await columns.hintOf(columns.header("1H06 cumulative"))).toHaveText(
      "Cumulative, 6 months: Apr – Sep 2006",
    );
    await kessan.switchLanguage();
    await expect.poll(async () => (await columns.periods()).at(-2)).toBe("1H06 累計");
  });

  test("the last twelve months begin where four quarters are", async ({ kessan }) => {
    const { bar, grid, columns } = kessan;
    await bar.panes.click();
    await bar.show("LTM");
    await columns.expectPeriods(
      "LTM 4Q04",
      "LTM 1Q05",
      "LTM 2Q05",
      "LTM 3Q05",
      "LTM 4Q05",
      "LTM 1Q06",
      "LTM 2Q06",
      "LTM 3Q06",
    );
    await expect(grid.cell("Total revenues", "LTM 2Q06")).toHaveText("54,447");
    await expect(grid.cell("Total revenues", "LTM 4Q05")).toHaveText("49,812");
  });

  test("one line by years and quarters, and another line by mouse or key", async ({ kessan }) => {
    const { bar, grid, columns, explanation } = kessan;
    await bar.show("matrix");
    await columns.expectPeriods("1Q", "2Q", "3Q", "4Q", "FY");
    await expect(grid.cell("FY2006", "2Q")).toHaveText("14,007");
    await expect(grid.cell("FY2006", "2Q")).toBeFocused();
    await expect(grid.cell("FY2005", "FY")).toHaveText("49,812");
    await expect(columns.line.getByRole("option", { selected: true })).toHaveText("Total revenues");

    await grid.press("Alt+PageDown");
    await expect(columns.line.getByRole("option", { selected: true })).toHaveText(
      "Connectivity and value-added services",
    );
    await expect(grid.cell("FY2006", "2Q")).toHaveText("6,156");
    await expect(grid.cell("FY2006", "2Q")).toBeFocused();
    await grid.press("Alt+PageUp");
    await expect(grid.cell("FY2006", "2Q")).toHaveText("14,007");

    await columns.line.selectOption({ label: "Operating margin ratio" });
    await expect(grid.cell("FY2006", "2Q")).toHaveText("5.8%");
    await expect(explanation.heading).toHaveText("Operating margin ratio");
    await expect(columns.overLabels).toHaveText("%");

    await bar.show("Q");
    await expect(grid.cell("Operating margin ratio", "2Q06")).toBeFocused();
  });

  test("one key goes through them, and the figure in hand stays in hand", async ({ kessan }) => {
    const { bar, grid } = kessan;
    await grid.goTo("Operating income (loss)", "2Q06");
    await grid.press("Alt+l");
    await expect(bar.layout).toHaveValue("H");
    await expect(grid.cell("Operating income (loss)", "1H06")).toBeFocused();
    for (const layout of ["FY", "QQQQY", "Q-Y", "YTD", "LTM", "matrix", "Q"]) {
      await grid.press("Alt+l");
      await expect(bar.layout).toHaveValue(layout);
    }
    await expect(grid.cell("Operating income (loss)", "2Q06")).toBeFocused();
    await grid.press("Alt+Shift+l");
    await expect(bar.layout).toHaveValue("matrix");
    await expect(grid.cell("FY2006", "2Q")).toHaveText("811");
  });

  test("the newest on the left, years and all", async ({ kessan }) => {
    const { bar, columns, grid } = kessan;
    await bar.panes.click();
    await bar.inColumnsMenu(() => bar.columnsChoice("Left").check());
    await expect.poll(async () => (await columns.periods()).slice(0, 4)).toEqual(["3Q06", "2Q06", "1Q06", "4Q05"]);
    await columns.expectYears("FY2006", "FY2005", "FY2004");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");

    await bar.show("QQQQY");
    await expect
      .poll(async () => (await columns.periods()).slice(0, 6))
      .toEqual(["FY2006", "3Q06", "2Q06", "1Q06", "FY2005", "4Q05"]);
    await bar.show("matrix");
    await columns.expectPeriods("1Q", "2Q", "3Q", "4Q", "FY");
    const [newest, oldest] = await Promise.all([
      grid.label("FY2006").boundingBox(),
      grid.label("FY2004").boundingBox(),
    ]);
    expect(newest?.y).toBeLessThan(oldest?.y ?? 0);

    await bar.inColumnsMenu(() => bar.columnsChoice("Right").check());
    await bar.show("Q");
    await expect.poll(async () => (await columns.periods()).at(-1)).toBe("3Q06");
  });

  test("each is a picture as well", async ({ kessan }) => {
    const { bar, chart } = kessan;
    const pictures = {
      H: /1H04 to 1H06/,
      FY: /FY2004 to FY2005/,
      QQQQY: /1Q04 to 2Q06/,
      "Q-Y": /1Q04 to 2Q06/,
      YTD: /1Q04 to 1H06/,
      LTM: /LTM 4Q04 to LTM 2Q06/,
      matrix: /1Q04 to 2Q06/,
    } as const;
    for (const [layout, span] of Object.entries(pictures)) {
      await bar.show(layout as keyof typeof pictures);
      await expect(chart.picture).toHaveAccessibleName(span);
    }
  });
});

test.describe("another quarter", () => {
  test("is there with one command, ready to type", async ({ app, kessan }) => {
    const { grid, columns, bar, explanation } = kessan;
    await grid.press("Alt+n");
    await expect(grid.cell("Total revenues", "4Q06")).toBeFocused();
    await kessan.page.keyboard.type("15000");
    await grid.press("Enter");
    await expect(grid.cell("Total revenues", "4Q06")).toHaveText("15,000");
    await expect(explanation.heading).not.toHaveText("Total revenues");

    await columns.addQuarter.click();
    await expect(grid.cell("Total revenues", "2Q07")).toBeFocused();
    await expect.poll(() => columns.years()).toContain("FY2007");
    await app.restart();
    await kessan.isOpen();
    await expect(columns.header("2Q07")).toBeVisible();

    // Figures stay; what was only opened goes.
    await bar.inColumnsMenu(() => bar.columnsButton("Close added periods").click());
    await expect(columns.header("2Q07")).toHaveCount(0);
    await expect(columns.header("1Q07")).toBeVisible();
    await expect(grid.cell("Total revenues", "4Q06")).toHaveText("15,000");
  });

  test("before the first one, to type history", async ({ kessan }) => {
    const { grid, columns, bar } = kessan;
    await bar.panes.click();
    await grid.press("Alt+Shift+n");
    await expect(grid.cell("Total revenues", "4Q03")).toBeFocused();
    await kessan.page.keyboard.type("9000");
    await grid.press("Enter");
    await expect(grid.cell("Total revenues", "4Q03")).toHaveText("9,000");
    await expect.poll(async () => (await columns.periods())[0]).toBe("4Q03");
    // Growth on it is there at once.
    await bar.inColumnsMenu(() => bar.columnsChoice("QoQ %").check());
    await expect(grid.cell("Total revenues", "1Q04")).toHaveText("-3.6%");
  });
});

test.describe("hidden columns", () => {
  test("are marked, counted, and come back", async ({ kessan }) => {
    const { grid, columns, bar } = kessan;
    await bar.panes.click();
    await grid.goTo("Total revenues", "1Q05");
    await grid.press("Shift+ArrowRight");
    await grid.press("ControlOrMeta+0");
    await expect(columns.header("1Q05")).toHaveCount(0);
    await expect(columns.header("2Q05")).toHaveCount(0);
    await expect(columns.hiddenMark("1Q05", "2Q05")).toBeVisible();
    await expect(grid.cell("Total revenues", "4Q04")).toBeFocused();
    await bar.inColumnsMenu(async () => {
      await expect(bar.columnsMenu).toContainText("2 hidden: 1Q05, 2Q05");
    });

    await columns.hiddenMark("1Q05", "2Q05").click();
    await expect(grid.cell("Total revenues", "1Q05")).toHaveText("9,880");
    await expect(columns.hiddenMark("1Q05", "2Q05")).toHaveCount(0);

    await grid.goTo("Total revenues", "1Q05");
    await grid.press("ControlOrMeta+0");
    await expect(columns.header("1Q05")).toHaveCount(0);
    await grid.press("ControlOrMeta+Shift+0");
    await expect(columns.header("1Q05")).toBeVisible();
    await bar.inColumnsMenu(async () => {
      await expect(bar.columnsMenu).not.toContainText("hidden:");
      await expect(bar.columnsButton("Show hidden columns")).toBeDisabled();
    });
  });

  test("come back when undo leads to one of their figures", async ({ kessan }) => {
    const { grid, columns } = kessan;
    await grid.enter("Total revenues", "1Q06", "12000");
    await grid.goTo("Total revenues", "1Q06");
    await grid.press("ControlOrMeta+0");
    await expect(columns.header("1Q06")).toHaveCount(0);
    await grid.press("ControlOrMeta+z");
    await expect(grid.cell("Total revenues", "1Q06")).toHaveText("12,437");
    await expect(grid.cell("Total revenues", "1Q06")).toBeFocused();
  });

  test("never are all of them", async ({ kessan }) => {
    const { grid, columns } = kessan;
    await grid.press("ControlOrMeta+a");
    await grid.press("ControlOrMeta+0");
    await expect(columns.header("2Q06")).toBeVisible();
  });
});

test("zoom makes the grid larger, by key and by wheel, and can be typed into", async ({ kessan }) => {
  const { grid, columns, bar } = kessan;
  const [usual, width] = [await columns.rowHeight(), await columns.widthOf(columns.overLabels)];
  await grid.press("ControlOrMeta+Equal");
  await grid.press("ControlOrMeta+Equal");
  await expect.poll(() => columns.rowHeight()).toBeGreaterThan(usual * 1.2);
  await expect.poll(() => columns.widthOf(columns.overLabels)).toBeCloseTo(width * 1.25, -1);
  await expect(grid.cell("Total revenues", "2Q06")).toBeInViewport({ ratio: 1 });
  await bar.inColumnsMenu(async () => {
    await expect(bar.columnsMenu).toContainText("125 %");
  });
  await grid.enter("Total revenues", "2Q06", "15000");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");

  await columns.turnWheel(-1);
  await expect.poll(() => columns.rowHeight()).toBeGreaterThan(usual * 1.4);
  await columns.turnWheel(1);
  await expect.poll(() => columns.rowHeight()).toBeLessThan(usual * 1.3);
  await grid.press("ControlOrMeta+Minus");
  await expect.poll(() => columns.rowHeight()).toBeLessThan(usual * 1.2);
  await grid.press("Alt+0");
  await expect.poll(() => columns.rowHeight()).toBe(usual);
  // The window around the grid stays as it was.
  expect(await kessan.page.evaluate(() => window.devicePixelRatio)).toBe(1);
});

test("zoomed out as far as it goes, how a figure came to be can still be seen under its digits", async ({ kessan }) => {
  const { grid, columns } = kessan;
  const usual = await columns.rowHeight();
  await expect(async () => {
    await columns.turnWheel(1);
    expect(await columns.rowHeight()).toBeLessThanOrEqual(usual / 2);
  }).toPass();
  await expect(grid.cell("Total costs", "1Q06")).toBeInViewport({ ratio: 1 });
  const cell = grid.cell("Total costs", "1Q06");
  const lined = await cell.screenshot();
  await cell.locator(".figure-digits").evaluate((digits) => {
    digits.style.textDecoration = "none";
  });
  expect((await cell.screenshot()).equals(lined)).toBe(false);
});

test("the border of a column sets the width of all; a double click makes it automatic again", async ({ kessan }) => {
  const { bar, columns } = kessan;
  await bar.sidebar.click();
  const width = (period: string): Promise<number> => columns.widthOf(columns.header(period));
  const labels = await columns.widthOf(columns.overLabels);
  // Wider than any automatic width: from here on it is what was chosen.
  await columns.dragBorder(columns.header("1Q06"), 80);
  await expect.poll(() => width("1Q06")).toBeGreaterThan(150);
  const chosen = await width("1Q06");
  await columns.dragBorder(columns.header("1Q06"), -30);
  await expect.poll(() => width("1Q06")).toBe(chosen - 30);
  await expect.poll(() => width("4Q05")).toBe(chosen - 30);
  // A figure cut off would be read as another.
  await columns.dragBorder(columns.header("1Q06"), -300);
  await expect.poll(() => width("1Q06")).toBeLessThan(100);
  const least = await width("1Q06");
  expect(least).toBeGreaterThan(60);
  await columns.doubleClickBorder(columns.header("1Q06"));
  await expect.poll(() => width("1Q06")).toBeGreaterThan(least);
  await expect.poll(() => width("1Q06")).toBeLessThan(chosen - 30);

  await columns.dragBorder(columns.overLabels, -80);
  await expect.poll(() => columns.widthOf(columns.overLabels)).toBe(labels - 80);
  await columns.doubleClickBorder(columns.overLabels);
  await expect.poll(() => columns.widthOf(columns.overLabels)).toBe(labels);
});

test.describe("how the columns stand", () => {
  test("is as before when the book is opened again", async ({ app, kessan }) => {
    const { grid, columns, bar } = kessan;
    await bar.show("QQQQY");
    await bar.inColumnsMenu(() => bar.columnsChoice("Left").check());
    await grid.goTo("Total revenues", "1Q06");
    await grid.press("ControlOrMeta+0");
    await grid.press("Alt+o");
    await grid.press("ControlOrMeta+Equal");
    await columns.dragBorder(columns.overLabels, -60);
    const labels = await columns.widthOf(columns.overLabels);
    const rows = await columns.rowHeight();
    await app.restart();

    await kessan.isOpen();
    await expect(bar.layout).toHaveValue("QQQQY");
    await expect.poll(async () => (await columns.periods()).slice(0, 3)).toEqual(["FY2006", "3Q06", "2Q06"]);
    await expect(columns.hiddenMark("1Q06")).toBeVisible();
    await expect(columns.overLabels).toHaveText("JPY million · % of revenue");
    await expect.poll(() => columns.rowHeight()).toBe(rows);
    await expect.poll(() => columns.widthOf(columns.overLabels)).toBe(labels);
  });

  test("is the usual way where what was kept cannot be read", async ({ app, kessan }) => {
    const { columns, bar } = kessan;
    await bar.show("LTM");
    await app.close();
    const file = await keptView(app);
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), zoom: 1e9 }));
    await app.start();
    await kessan.isOpen();
    await expect(bar.layout).toHaveValue("Q");
    await expect(columns.header("2Q06")).toBeVisible();
  });
});

/** The file in which the view of the only book is kept. */
async function keptView({ folder }: App): Promise<string> {
  const views = join(folder, "data", "views");
  const [file] = await readdir(views);
  if (file === undefined) throw new Error("No view was kept.");
  return join(views, file);
}

test("nothing of the bar is cut off while growth is shown in a small window", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await kessan.page.setViewportSize({ width: 1024, height: 700 });
  await bar.show("Q-Y");
  for (const language of ["en", "ja"] as const) {
    for (let step = 0; step < 4; step++) {
      await grid.press("Alt+o");
      for (const part of [bar.company, bar.layout, bar.columns, bar.overlayBadge, bar.undo, bar.display, bar.panes])
        await expect(part).toBeInViewport({ ratio: 1 });
      expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
    }
    await bar.columns.click();
    await expect(bar.columnsMenu).toBeInViewport({ ratio: 1 });
    await bar.columns.click();
    if (language === "en") {
      await bar.overlayBadge.click();
      await kessan.switchLanguage();
    }
  }
});
