import { expect, test } from "./app.ts";
import { BriefingPages } from "./pages/briefing.ts";
import { Making } from "./pages/making.ts";

test("as of a day, what was known then is shown, said plainly, and cannot be edited", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const making = new Making(kessan);
  await making.showAsOf("2006-06-30");
  await expect(making.banners).toContainText("As of 30 June 2006: what was known then. Nothing can be edited.");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("");
  await grid.type("Total revenues", "2Q06", "1");
  await expect(grid.editor("Total revenues", "2Q06")).toHaveCount(0);
  await expect(kessan.messages).toContainText("shown as of 30 June 2006");
  await expect(bar.undo).toBeDisabled();
  await making.banners.getByRole("button", { name: making.words.asOf.back }).click();
  await expect(making.banners).toHaveCount(0);
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
});

test("a target as it was first set, and as it stands", async ({ kessan }) => {
  const { grid } = kessan;
  const making = new Making(kessan);
  await making.showBasis("target");
  await expect(making.banners).toContainText("The company’s own targets are shown");
  await making.banners.getByRole("button", { name: making.words.basis.showThem }).click();
  await expect(grid.cell("Total revenues", "1H06 cumulative")).toHaveText("26,400");
  await making.showAsOf("2006-06-30");
  await expect(grid.cell("Total revenues", "1H06 cumulative")).toHaveText("25,000");
});

test("as of a day the briefing says what was not known, and nothing of editing; later changes are not told", async ({
  kessan,
}) => {
  const { grid, explanation, page } = kessan;
  const making = new Making(kessan);
  await grid.enter("Total revenues", "2Q06", "14500");
  await grid.goTo("Total revenues", "2Q06");
  const history = page.getByRole("list", { name: "Changes", exact: true });
  await expect(history).toContainText("14,007 → 14,500");
  await making.run(making.words.asOf.button);
  await expect(making.button("May 2006")).toBeVisible();
  await making.field(making.words.asOf.date).fill("2005-01-01");
  await making.submit(making.words.asOf.show);
  await grid.goTo("Total revenues", "2Q06");
  await expect(explanation.pane).toContainText("not known on 1 January 2005");
  await expect(history).toHaveCount(0);
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await expect(page.locator(".slide-footer").first()).toContainText("As of 1 January 2005: what was known then.");
  await expect(page.locator(".slide-footer").first()).not.toContainText("edited");
  await expect(briefing.root).toContainText("No source of the company was published by 1 January 2005.");
});

test("a figure without a date counts as known, which is said", async ({ kessan }) => {
  const { grid } = kessan;
  const making = new Making(kessan);
  await grid.enter("Total revenues", "3Q06", "15000");
  await making.showAsOf("2006-06-30");
  await expect(grid.cell("Total revenues", "3Q06")).toHaveText("15,000");
  await expect(making.banners).toContainText("1 figure without a date of publication counts as known");
});

test("the first figure and the restated one, each as of its day", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const making = new Making(kessan);
  await making.makeSource("Restatement", "2007-02-01");
  await grid.goTo("Net income (loss)", "1Q06");
  await making.run(making.words.restate.enter);
  await expect(making.said(/Now in force: 734/)).toBeVisible();
  await making.field(making.words.restate.figure).fill("700");
  await making.submit(making.words.restate.submit);
  await expect(grid.cell("Net income (loss)", "1Q06")).toHaveText("700");
  await grid.goTo("Net income (loss)", "1Q06");
  await expect(explanation.pane).toContainText("What each source states");
  await making.showAsOf("2006-12-31");
  await expect(grid.cell("Net income (loss)", "1Q06")).toHaveText("734");
  await expect(explanation.pane).not.toContainText("What each source states");
  await making.banners.getByRole("button", { name: making.words.asOf.back }).click();
  await grid.goTo("Net income (loss)", "1Q06");
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Net income (loss)", "1Q06")).toHaveText("734");
});

test("the checks are those of what was known", async ({ kessan }) => {
  const making = new Making(kessan);
  const outside = kessan.page.locator(".outside-status");
  await expect(outside).toHaveText("3 outside");
  await making.showAsOf("2006-06-30");
  await expect(outside).toHaveText("0 outside");
  await making.run(making.words.asOf.back);
  await expect(outside).toHaveText("3 outside");
});
