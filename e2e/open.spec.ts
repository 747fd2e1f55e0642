import { expect, test } from "./app.ts";

test("a person starts Kessan and sees the IIJ sample book", async ({ kessan }) => {
  const { bar, grid, explanation } = kessan;
  await expect(bar.company).toHaveText("Internet Initiative Japan Inc.");
  await expect(kessan.page).toHaveTitle(/Internet Initiative Japan Inc\./);
  await expect(bar.scope.getByRole("option", { selected: true })).toHaveText("Consolidated");
  await expect(grid.header("JPY million")).toBeVisible();
  await expect(grid.header("FY2006")).toBeVisible();
  await expect(grid.header("2Q06")).toBeVisible();
  await expect(grid.section("Income statement")).toBeVisible();
  await expect(grid.section("Ratios")).toBeVisible();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await grid.expectMark("Total revenues", "2Q06", "reported");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
  await grid.expectMark("Gross margin ratio", "2Q06", "computed");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("5.8%");
  // Ready to read and to type: the newest figure of the first line is in hand, and explained.
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
  await expect(explanation.heading).toHaveText("Total revenues");
  await expect(explanation.says("2Q06")).toContainText("Jul – Sep 2006");
  await expect(explanation.fact("source")).toHaveText("Results presentation 2Q06 / 1H06");
  await expect(explanation.fact("published")).toHaveText("2006-11-02");
  await expect(kessan.savedState).toHaveText("File up to date");
  await expect(bar.undo).toBeDisabled();
});

test("the chart shows revenue by service with the gross margin ratio as a line over it", async ({ kessan }) => {
  const { chart } = kessan;
  await expect(chart.heading).toHaveText("Revenue by service and gross margin");
  await expect(chart.legend).toHaveText([
    "Internet connectivity services",
    "Value-added services and other revenues",
    "Systems integration (one-time)",
    "Outsourced operation of systems integration (recurring)",
    "Equipment sales",
    "Gross margin ratio",
  ]);
  await expect(chart.picture).toHaveAccessibleName(/1Q04 to 2Q06.*Gross margin ratio: 18\.3% in 2Q06/);
  expect(await chart.drawn("Internet connectivity services", "1Q04")).toBeCloseTo(3670, -2);
  expect(await chart.drawn("Equipment sales", "2Q06")).toBeCloseTo(630, -2);
  expect(await chart.drawn("Gross margin ratio", "2Q06")).toBeCloseTo(18.3, 0);
  expect(await chart.drawn("Gross margin ratio", "1Q04")).toBeCloseTo(14.2, 0);
});

test("quarters, halves and years show the same book over longer periods", async ({ kessan }) => {
  const { bar, grid, explanation } = kessan;
  await expect(bar.layout).toHaveValue("Q");

  await bar.show("H");
  await expect(grid.cell("Total revenues", "1H06")).toHaveText("26,444");
  await grid.expectMark("Total revenues", "1H06", "reported");
  // A margin of a half divides its half-year amounts: 1,370 / 26,444.
  await expect(grid.cell("Operating margin ratio", "1H06")).toHaveText("5.2%");

  await bar.show("FY");
  await expect(grid.cell("Total revenues", "FY2005")).toHaveText("49,812");
  await grid.expectMark("Total revenues", "FY2005", "derived");
  await grid.goTo("Total revenues", "FY2005");
  await expect(explanation.fact("route")).toHaveText("Derived from other periods");
  await expect(explanation.inputs).not.toHaveCount(0);

  await bar.show("Q");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
});

test("the other scope has its own figures", async ({ kessan }) => {
  const { bar, grid } = kessan;
  await bar.chooseScope("non-consolidated");
  await expect(grid.cell("Total revenues", "2Q06")).not.toHaveText("14,007");
  await bar.chooseScope("consolidated");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
});

test("nothing is cut off in a small window", async ({ kessan }) => {
  const { bar, grid, explanation, chart } = kessan;
  await kessan.page.setViewportSize({ width: 1024, height: 700 });
  await expect(grid.cell("Total revenues", "2Q06")).toBeInViewport({ ratio: 1 });
  expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
  for (const part of [bar.company, bar.undo, bar.export, bar.otherLanguage, bar.display, bar.panes]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  await expect(explanation.heading).toBeInViewport({ ratio: 1 });
  await expect(chart.picture).toBeInViewport({ ratio: 1 });
  await expect(chart.legend.last()).toBeInViewport({ ratio: 1 });
  await expect(kessan.savedState).toBeInViewport({ ratio: 1 });
});

test("a second tab on the same address says that the book is open in the other", async ({ kessan, app, host }) => {
  test.skip(host !== "browser", "The desktop app has one window.");
  const other = await app.page.context().newPage();
  await other.goto(new URL("/", app.page.url()).href);
  await expect(other.getByRole("alert")).toContainText("The book is open in another window.");
  await other.close();
  await kessan.grid.enter("Total revenues", "3Q06", "15,200");
  await expect(kessan.grid.cell("Total revenues", "3Q06")).toHaveText("15,200");
});
