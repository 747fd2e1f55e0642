import { expect, test } from "./app.ts";
import type { BookWindow } from "./pages/book-window.ts";

/** The labels on screen, from top to bottom. */
const labels = ({ page }: BookWindow): Promise<string[]> =>
  page
    .locator(".results-grid .ag-row")
    .evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number(a.getAttribute("row-index")) - Number(b.getAttribute("row-index")))
        .map(
          (row) => (row.querySelector(".line-label-text") ?? row.querySelector(".section-heading"))?.textContent ?? "",
        ),
    );

const handleOf = ({ grid }: BookWindow, line: string) => grid.label(line).locator(".row-handle");
const triangleOf = ({ grid }: BookWindow, line: string) => grid.label(line).locator(".row-fold");

test("a triangle folds what stands under a line, and the cell in hand is there again when it unfolds", async ({
  kessan,
}) => {
  const { grid } = kessan;
  await grid.goTo("Dial-up access services", "1Q06");
  await triangleOf(kessan, "Total revenues").click();
  await expect(grid.label("Dial-up access services")).toHaveCount(0);
  await expect(grid.label("Equipment sales")).toHaveCount(0);
  await expect(grid.label("Total costs")).toBeVisible();
  await expect(grid.label("Total revenues")).toHaveAttribute("aria-expanded", "false");
  await expect(grid.cell("Total revenues", "1Q06")).toBeFocused();

  await triangleOf(kessan, "Total revenues").click();
  await expect(grid.label("Total revenues")).toHaveAttribute("aria-expanded", "true");
  await expect(grid.cell("Dial-up access services", "1Q06")).toBeFocused();
});

test("the keyboard folds and unfolds, level by level up to the section and back", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.goTo("Dedicated access services", "2Q06");
  const fold = "Alt+Shift+ArrowLeft";
  await grid.press(fold);
  await expect(grid.cell("Internet connectivity services", "2Q06")).toBeFocused();
  await expect(grid.label("Dedicated access services")).toHaveCount(0);
  await grid.press(fold);
  await expect(grid.cell("Connectivity and value-added services", "2Q06")).toBeFocused();
  await grid.press(fold);
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
  await grid.press(fold);
  await expect(grid.label("Total revenues")).toHaveCount(0);
  await expect(grid.section("Income statement")).toBeFocused();
  await expect(grid.section("Income statement").getByRole("button")).toHaveAttribute("aria-expanded", "false");

  await grid.press("Alt+Shift+ArrowRight");
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
  await grid.press("Alt+Shift+ArrowRight");
  await expect(grid.label("Systems integration")).toBeVisible();
});

test("1, 2 and 3 over the labels show sections, top lines, everything; and it is kept over a restart", async ({
  app,
  kessan,
}) => {
  const { grid, page } = kessan;
  const level = (number: number) =>
    page.getByRole("group", { name: kessan.words.lines.outline }).getByText(String(number));
  await expect(level(3)).toHaveAttribute("aria-pressed", "true");
  await level(1).click();
  await expect(grid.label("Total revenues")).toHaveCount(0);
  expect(await labels(kessan)).toContain("Balance sheet");
  await level(2).click();
  await expect(grid.label("Total revenues")).toBeVisible();
  await expect(grid.label("Systems integration")).toHaveCount(0);
  await expect(level(2)).toHaveAttribute("aria-pressed", "true");

  await app.restart();
  await kessan.isOpen();
  await expect(grid.label("Total costs")).toBeVisible();
  await expect(grid.label("Systems integration")).toHaveCount(0);
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Alt+Shift+3");
  await expect(grid.label("Systems integration")).toBeVisible();
});

test("a heading that has the focus is worked by Enter and the arrows", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.goTo("Total revenues", "2Q06");
  await grid.press("Alt+Shift+1");
  await expect(grid.section("Income statement")).toBeFocused();
  await grid.press("ArrowDown");
  await expect(grid.section("Ratios")).toBeFocused();
  await grid.press("Enter");
  await expect(grid.label("Gross margin ratio")).toBeVisible();
  await expect(grid.label("Total revenues")).toHaveCount(0);
  await expect(grid.section("Ratios")).toBeFocused();
  await grid.press("ArrowDown");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toBeFocused();
});

test("going to a cell that is folded away or hidden shows it", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.enter("Dial-up access services", "2Q06", "999");
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Alt+Shift+2");
  await expect(grid.label("Dial-up access services")).toHaveCount(0);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Dial-up access services", "2Q06")).toHaveText("606");
  await expect(grid.cell("Dial-up access services", "2Q06")).toBeFocused();
});

test("rows are hidden, the place says so, and the count at the top brings them back", async ({ kessan }) => {
  const { grid, page } = kessan;
  await grid.goTo("Total costs", "2Q06");
  await grid.press("Shift+ArrowDown");
  await grid.press("ControlOrMeta+9");
  await expect(grid.label("Total costs")).toHaveCount(0);
  await expect(grid.label("Gross margin")).toHaveCount(0);
  await expect(grid.cell("SG&A / R&D", "2Q06")).toBeFocused();
  await expect(
    grid.label("Outsourcing revenues (outsourced operation + VAS + other)").getByRole("button"),
  ).toHaveAccessibleName(/^2 hidden rows/);
  await expect(page.getByRole("button", { name: "2 hidden", exact: true })).toBeVisible();
  // Beside them, as in a spreadsheet.
  await grid.press("ControlOrMeta+Shift+9");
  await expect(grid.label("Gross margin")).toBeVisible();

  await grid.goTo("Total costs", "2Q06");
  await grid.press("ControlOrMeta+9");
  await grid.goTo("Operating income (loss)", "2Q06");
  await page.getByRole("button", { name: "1 hidden", exact: true }).click();
  await expect(grid.label("Total costs")).toBeVisible();
  await expect(page.getByRole("button", { name: "1 hidden", exact: true })).toBeHidden();
});

test("rows sort by a column among those beside them, and the book's order comes back", async ({ kessan }) => {
  const { grid, page } = kessan;
  const children = async (): Promise<string[]> =>
    (await labels(kessan)).filter((label) =>
      ["Systems integration", "Equipment sales", "Connectivity and value-added services"].includes(label),
    );
  const before = await children();
  await grid.goTo("Equipment sales", "2Q06");
  await grid.cell("Equipment sales", "2Q06").click({ button: "right" });
  await page.getByRole("menuitem", { name: kessan.words.lines.sort.descending }).click();
  await expect
    .poll(children)
    .toEqual(["Systems integration", "Connectivity and value-added services", "Equipment sales"]);
  await expect(grid.cell("Equipment sales", "2Q06")).toBeFocused();
  await grid.press("Shift+F10");
  await page.getByRole("menuitem", { name: kessan.words.lines.sort.off }).click();
  await expect.poll(children).toEqual(before);
  await expect(grid.cell("Equipment sales", "2Q06")).toBeFocused();
});

test("Alt with the arrows moves a line among its siblings; undo takes it back", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.goTo("Systems integration", "2Q06");
  await grid.press("Alt+ArrowUp");
  const order = ["Systems integration", "Connectivity and value-added services"];
  const shown = async (): Promise<string[]> => (await labels(kessan)).filter((label) => order.includes(label));
  await expect.poll(shown).toEqual(order);
  await expect(grid.cell("Systems integration", "2Q06")).toBeFocused();
  await grid.press("ControlOrMeta+z");
  await expect.poll(shown).toEqual(order.toReversed());
  await expect(grid.cell("Systems integration", "2Q06")).toBeFocused();
});

test("a line is dragged by its handle between others, and onto one to stand under it; Esc lets it be", async ({
  kessan,
}) => {
  const { grid, page } = kessan;
  const drag = async (line: string, onto: string, share: number): Promise<void> => {
    await grid.label(line).hover();
    await handleOf(kessan, line).hover();
    await page.mouse.down();
    const box = await grid.label(onto).boundingBox();
    if (box === null) throw new Error(`${onto} is not on screen.`);
    await page.mouse.move(box.x + 60, box.y + box.height * share, { steps: 8 });
  };
  const order = async (): Promise<string[]> =>
    (await labels(kessan)).filter((label) => ["Total costs", "Gross margin", "SG&A / R&D"].includes(label));
  await grid.goTo("SG&A / R&D", "2Q06");

  await drag("SG&A / R&D", "Total costs", 0.1);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect.poll(order).toEqual(["Total costs", "Gross margin", "SG&A / R&D"]);

  await drag("SG&A / R&D", "Total costs", 0.1);
  await page.mouse.up();
  await expect.poll(order).toEqual(["SG&A / R&D", "Total costs", "Gross margin"]);
  await expect(grid.cell("SG&A / R&D", "2Q06")).toBeFocused();

  await drag("Gross margin", "Total costs", 0.5);
  await page.mouse.up();
  await expect(triangleOf(kessan, "Total costs")).toBeVisible();
  await triangleOf(kessan, "Total costs").click();
  await expect(grid.label("Gross margin")).toHaveCount(0);
});
