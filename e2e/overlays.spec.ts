import { join } from "node:path";
import { readSample } from "#handlers/sample.ts";
import { createBook } from "#store/create.ts";
import { expect, onBook, test } from "./app.ts";
import { ROOT } from "./hosts/host.ts";

test("one key shows shares, growth and changes in turn, and the header says which", async ({ kessan }) => {
  const { grid, columns, bar } = kessan;
  const revenue = grid.cell("Total revenues", "2Q06");
  await expect(columns.overLabels).toHaveText("JPY million");
  for (const [shown, text] of [
    ["% of revenue", "100.0%"],
    ["YoY %", "+17.4%"],
    ["QoQ %", "+12.6%"],
    ["Change on year", "+2,078"],
  ] as const) {
    await grid.press("Alt+o");
    await expect(revenue).toHaveText(text);
    await expect(columns.overLabels).toHaveText(`JPY million · ${shown}`);
    await expect(bar.overlayBadge).toContainText(shown);
    await grid.expectMark("Total revenues", "2Q06", "computed");
  }
  await grid.press("Alt+o");
  await expect(revenue).toHaveText("14,007");
  await expect(bar.overlayBadge).toHaveCount(0);
  await grid.press("Alt+Shift+o");
  await expect(revenue).toHaveText("+2,078");

  // Three ways back.
  await grid.press("Escape");
  await expect(revenue).toHaveText("14,007");
  await grid.press("Alt+o");
  await bar.overlayBadge.click();
  await expect(revenue).toHaveText("14,007");
  await bar.inColumnsMenu(async () => {
    await bar.columnsChoice("YoY %").check();
    await expect(revenue).toHaveText("+17.4%");
    await bar.columnsChoice("Figures").check();
  });
  await expect(revenue).toHaveText("14,007");
});

test("a share is one of total revenues; percentages stay, and balances have none", async ({ kessan }) => {
  const { grid, columns, bar } = kessan;
  await bar.inColumnsMenu(() => bar.columnsChoice("% of revenue").check());
  await expect(grid.cell("Operating income (loss)", "2Q06")).toHaveText("5.8%");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
  await expect(await columns.hintOf(grid.cell("Operating income (loss)", "2Q06"))).toContainText(
    "Operating income (loss) 811 ÷ Total revenues 14,007 = 5.8%",
  );
  await grid.goTo("Cash", "2Q06");
  await expect(grid.cell("Cash", "2Q06")).toHaveText("n/a");
  await expect(await columns.hintOf(grid.cell("Cash", "2Q06"))).toContainText("no share");
});

test("growth never lies: a loss says how it turned, a percentage differs in points", async ({ kessan }) => {
  const { grid, columns, bar } = kessan;
  await bar.hidePanes();
  await bar.inColumnsMenu(() => bar.columnsChoice("YoY %").check());
  await expect(grid.cell("Operating income (loss)", "1Q05")).toHaveText("to profit");
  await expect(await columns.hintOf(grid.cell("Operating income (loss)", "1Q05"))).toContainText("turned to profit");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toHaveText("+1.5pp");
  await expect(await columns.hintOf(grid.cell("Operating margin ratio", "2Q06"))).toContainText(
    "2Q06 5.8% − 2Q05 4.3% = +1.5pp",
  );
  await expect(await columns.hintOf(grid.cell("Total revenues", "2Q06"))).toContainText(
    "2Q06 14,007 ÷ 2Q05 11,929 − 1 = +17.4%",
  );
  await kessan.switchLanguage();
  await expect(grid.cell("営業利益", "1Q05")).toHaveText("黒字転換");
});

test("a half or a year has no quarter before it, and says so", async ({ kessan }) => {
  const { grid, columns, bar } = kessan;
  await bar.show("QQQQY");
  await bar.inColumnsMenu(() => bar.columnsChoice("QoQ %").check());
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("+12.6%");
  await expect(grid.cell("Total revenues", "FY2005")).toHaveText("n/a");
  await expect(await columns.hintOf(grid.cell("Total revenues", "FY2005"))).toContainText(
    "A half or a year has no quarter before it",
  );
  await bar.show("H");
  await expect(grid.cell("Total revenues", "1H06")).toHaveText("n/a");
  await bar.show("LTM");
  await expect(grid.cell("Total revenues", "LTM 2Q06")).toHaveText("+4.0%");
});

test("a change is against the year before, of a balance against the last year-end", async ({ kessan }) => {
  const { grid, columns, bar } = kessan;
  await bar.inColumnsMenu(() => bar.columnsChoice("Change on year").check());
  await expect(grid.cell("Operating income (loss)", "2Q06")).toHaveText("+304");
  await grid.goTo("Cash", "2Q06");
  await expect(grid.cell("Cash", "2Q06")).toHaveText("-867");
  await expect(await columns.hintOf(grid.cell("Cash", "2Q06"))).toContainText("2Q06 12,860 − 4Q05 13,727 = -867");
});

test("nothing is typed over growth", async ({ kessan }) => {
  const { grid, bar } = kessan;
  await grid.press("Alt+o");
  await grid.type("Total revenues", "2Q06", "9");
  await expect(grid.editor("Total revenues", "2Q06")).toHaveCount(0);
  await expect(kessan.messages).toContainText("Esc");
  await grid.press("Escape");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await expect(bar.undo).toBeDisabled();
});

test("growth moves with the figure it rests on", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.enter("Total revenues", "2Q05", "10000");
  await grid.press("Alt+o");
  await grid.press("Alt+o");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("+40.1%");
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("+17.4%");
});

/** Contracts and bandwidth alone. */
async function writeContractsBook(folder: string): Promise<string> {
  const path = join(folder, "contracts.kessan");
  const sample = await readSample(join(ROOT, "resources"));
  const counted = ["contracts", "bandwidth"];
  const book = {
    ...sample,
    lines: sample.lines.filter(({ id }) => counted.includes(id)).map((line) => ({ ...line, parent: null })),
    companyLines: sample.companyLines.filter(({ line }) => counted.includes(line)),
    facts: sample.facts.filter(({ line }) => counted.includes(line)),
    statements: [],
    notes: [],
  };
  createBook({ path, book, dataFolder: join(folder, "elsewhere"), now: () => new Date() });
  return path;
}

test.describe("a book of counts", () => {
  test.use(onBook(writeContractsBook));

  test("a book without revenues offers no shares, and says why", async ({ kessan }) => {
    const { bar, grid, columns } = kessan;
    await bar.columns.click();
    await expect(bar.columnsChoice("% of revenue")).toBeDisabled();
    await expect(bar.columnsMenu).toContainText("no line of total revenues");
    await bar.columns.click();
    await grid.press("Alt+o");
    await expect(columns.overLabels).toContainText("YoY %");
  });
});
