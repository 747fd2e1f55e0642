import type { Page } from "@playwright/test";
import { expect, onBook, test as base } from "./app.ts";
import { LARGE, writeLargeBook } from "./books/large-book.ts";
import { writeHostileBook, HOSTILE } from "./books/hostile-book.ts";
import { Clipboard } from "./pages/clipboard.ts";

const REVENUE = "Total revenues";
const CONNECTIVITY = "Connectivity and value-added services";
const INTERNET = "Internet connectivity services";
const DEDICATED = "Dedicated access services";
const ONE_TIME = "Systems integration (one-time)";
const TAX = "Income tax expense (benefit)";
const INCOME = "Operating income (loss)";
const MARGIN_RATIO = "Gross margin ratio";
const OPERATING_RATIO = "Operating margin ratio";

const test = base.extend<{ clipboard: Clipboard }>({
  clipboard: async ({ kessan }, use) => use(new Clipboard(kessan)),
});

// One after the other: outside of a browser all windows share one clipboard.
test.describe.configure({ mode: "default" });

const pressTimes = async (page: Page, key: string, times: number): Promise<void> => {
  for (let count = 0; count < times; count++) await page.keyboard.press(key);
};

test("a block of eight quarters by ten lines, copied out and pasted back, changes nothing", async ({
  kessan,
  clipboard,
}) => {
  const { bar, grid, messages, page } = kessan;
  await grid.goTo(REVENUE, "2Q06");
  await pressTimes(page, "Shift+ArrowDown", 9);
  await pressTimes(page, "Shift+ArrowLeft", 7);
  for (const copyKey of ["ControlOrMeta+c", "ControlOrMeta+Shift+c"]) {
    await grid.press(copyKey);
    const copied = await clipboard.read();
    expect(
      copied.text
        .trimEnd()
        .split("\r\n")
        .map((row) => row.split("\t").length),
    ).toEqual(Array<number>(10).fill(8));
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 80 as they were.");
    // Through a program that knows only text.
    await clipboard.put({ text: copied.text });
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 80 as they were.");
  }
  await expect(bar.undo).toBeDisabled();
  await expect(kessan.savedState).toHaveText("File up to date");
  await grid.expectMark(ONE_TIME, "4Q05", "implied");
  await kessan.reload();
  await expect(bar.undo).toBeDisabled();
});

test("what is copied is numbers elsewhere: as shown, and in full behind it", async ({ kessan, clipboard }) => {
  const { bar, grid } = kessan;
  await grid.drag([TAX, "1Q06"], [TAX, "2Q06"]);
  await grid.press("ControlOrMeta+c");
  expect(await clipboard.rows()).toEqual([["", "(1,109)"]]);
  expect(await clipboard.numbers()).toEqual([["", -1109]]);

  await bar.chooseNegatives("triangle");
  await grid.goTo(TAX, "2Q06");
  await expect(grid.cell(TAX, "2Q06")).toHaveText("△1,109");
  await grid.press("ControlOrMeta+c");
  expect(await clipboard.rows()).toEqual([["-1,109"]]);
  expect((await clipboard.read()).markup).toContain("△1,109");
  expect(await clipboard.numbers()).toEqual([[-1109]]);

  await grid.goTo(MARGIN_RATIO, "2Q06");
  await grid.press("ControlOrMeta+c");
  expect(await clipboard.rows()).toEqual([["18.3%"]]);
  expect((await clipboard.numbers())[0]?.[0]).toBeCloseTo(2559 / 14007, 15);
  await grid.press("ControlOrMeta+Shift+c");
  expect(await clipboard.rows()).toEqual([["18.2694367102163%"]]);
});

test("what lies apart is copied together where it makes a table, else it is said why not", async ({
  kessan,
  clipboard,
}) => {
  const { grid, messages } = kessan;
  await grid.goTo(CONNECTIVITY, "2Q06");
  await grid.cell(REVENUE, "2Q06").click({ modifiers: ["ControlOrMeta"] });
  await grid.press("ControlOrMeta+c");
  expect(await clipboard.rows()).toEqual([["14,007"], ["6,156"]]);
  await grid.cell(DEDICATED, "1Q06").click({ modifiers: ["ControlOrMeta"] });
  await grid.press("ControlOrMeta+c");
  await expect(messages).toContainText("same rows or the same columns");
  expect(await clipboard.rows()).toEqual([["14,007"], ["6,156"]]);
});

test("figures pasted from a spreadsheet are one step to undo", async ({ kessan, clipboard }) => {
  const { bar, grid, messages } = kessan;
  await clipboard.put({
    text: "15,200\t(6,500)\r\n\t3,300\r\n",
    markup:
      "<html><body><table><!--StartFragment--><tr><td class=xl65 align=right style='mso-x:y'>15,200</td>" +
      "<td><span style='mso-spacerun:yes'>&nbsp;</span>(6,500)</td></tr><tr><td></td><td>3,300</td></tr></table></body></html>",
  });
  await grid.goTo(REVENUE, "1Q06");
  await grid.press("ControlOrMeta+v");
  await expect(messages).toHaveText("3 pasted.");
  await expect(grid.cell(REVENUE, "1Q06")).toHaveText("15,200");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("(6,500)");
  await expect(grid.cell(CONNECTIVITY, "2Q06")).toHaveText("3,300");
  // A blank leaves what is there.
  await expect(grid.cell(CONNECTIVITY, "1Q06")).toHaveText("5,864");
  await grid.expectSelected([REVENUE, CONNECTIVITY], ["1Q06", "2Q06"]);
  await expect(bar.undo).toHaveAttribute("title", /paste 3 figures/);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("14,007");
  await expect(grid.cell(REVENUE, "1Q06")).toHaveText("12,437");
  await expect(bar.undo).toBeDisabled();
});

test("one figure fills all that is selected, a row goes into as many as are chosen", async ({ kessan, clipboard }) => {
  const { bar, grid, page } = kessan;
  await bar.hidePanes();
  await clipboard.put({ text: "7" });
  await grid.goTo(REVENUE, "3Q06");
  await pressTimes(page, "Shift+ArrowDown", 2);
  await grid.press("ControlOrMeta+v");
  for (const line of [REVENUE, CONNECTIVITY, INTERNET]) await expect(grid.cell(line, "3Q06")).toHaveText("7");
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("");
  await expect(grid.focused).toBeVisible();

  await clipboard.put({ text: "1\t2\r\n" });
  await grid.drag([REVENUE, "1Q06"], [CONNECTIVITY, "1Q06"]);
  await grid.press("ControlOrMeta+v");
  for (const line of [REVENUE, CONNECTIVITY]) {
    await expect(grid.cell(line, "1Q06")).toHaveText("1");
    await expect(grid.cell(line, "2Q06")).toHaveText("2");
  }
});

test("what is no figure, and what lies beyond the edge, is left out and told", async ({ kessan, clipboard }) => {
  const { bar, grid, messages } = kessan;
  await clipboard.put({
    text: "1401\tn.m.\t18.3%\t9\r\n",
    markup: "<table><tr><td>140<sup>1</sup></td><td>n.m.</td><td>18.3%</td><td>9</td></tr></table>",
  });
  await grid.goTo(REVENUE, "1Q06");
  await grid.press("ControlOrMeta+v");
  await expect(messages).toHaveText(
    "Nothing entered, 3 skipped: not a number (2), a percentage among amounts (1), 1 beyond the edge of the grid.",
  );
  await expect(grid.cell(REVENUE, "1Q06")).toHaveText("12,437");
  await expect(bar.undo).toBeDisabled();

  await grid.goTo(MARGIN_RATIO, "3Q06");
  await clipboard.put({ text: "△18.3%\r\n" });
  await grid.press("ControlOrMeta+v");
  await expect(grid.cell(MARGIN_RATIO, "3Q06")).toHaveText("(18.3%)");
});

test("a fraction pasted among percentages is left out and told; half a percent goes out and back in", async ({
  kessan,
  clipboard,
}) => {
  const { bar, grid, messages } = kessan;
  await grid.goTo(MARGIN_RATIO, "2Q06");
  await clipboard.put({ text: "0.183\t0.5%\r\n" });
  await kessan.keeps(() => grid.press("ControlOrMeta+v"));
  await expect(messages).toHaveText("1 pasted, 1 skipped: below 1 in a line of %, and without the sign (1).");
  await expect(grid.cell(MARGIN_RATIO, "2Q06")).toHaveText("18.3%");
  await expect(grid.cell(MARGIN_RATIO, "3Q06")).toHaveText("0.5%");
  const undone = await bar.undo.getAttribute("title");
  await grid.goTo(MARGIN_RATIO, "3Q06");
  for (const copyKey of ["ControlOrMeta+c", "ControlOrMeta+Shift+c"]) {
    await grid.press(copyKey);
    const { text } = await clipboard.read();
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 1 as they were.");
    await clipboard.put({ text });
    await grid.press("ControlOrMeta+v");
    await expect(messages).toHaveText("Nothing entered, 1 as they were.");
  }
  await expect(bar.undo).toHaveAttribute("title", undone ?? "");
});

test("a block with labels and periods around it puts its figures where it was aimed", async ({ kessan, clipboard }) => {
  const { grid, messages } = kessan;
  await clipboard.put({ text: "JPY million\t2005\t2006\r\nSales\t15,200\t16,300\r\nConnectivity\t6,500\t6,600\r\n" });
  await grid.goTo(REVENUE, "1Q06");
  await grid.press("ControlOrMeta+v");
  await expect(messages).toHaveText(
    "4 pasted. The labels before the figures and the periods above them were left out.",
  );
  await expect(grid.cell(REVENUE, "1Q06")).toHaveText("15,200");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("16,300");
  await expect(grid.cell(CONNECTIVITY, "2Q06")).toHaveText("6,600");
  await grid.expectSelected([REVENUE, CONNECTIVITY], ["1Q06", "2Q06"]);
});

test("a paste over rows with others folded away in between says that those were not filled", async ({
  kessan,
  clipboard,
}) => {
  const { grid, messages } = kessan;
  await grid.goTo(INTERNET, "3Q06");
  await grid.press("Alt+Shift+ArrowLeft");
  await expect(grid.label(DEDICATED)).toHaveCount(0);
  await clipboard.put({ text: "3\r\n4\r\n" });
  await grid.press("ControlOrMeta+v");
  await expect(messages).toHaveText("2 pasted. 2 hidden rows in between were not filled.");
  await expect(grid.cell("Value-added services and other revenues", "3Q06")).toHaveText("4");
});

test("a message goes with the next thing that is done", async ({ kessan, clipboard }) => {
  const { grid, messages } = kessan;
  const refuse = async (): Promise<void> => {
    await clipboard.put({ text: "n.m." });
    await grid.goTo(REVENUE, "3Q06");
    await grid.press("ControlOrMeta+v");
    await expect(messages).toContainText("1 skipped");
  };
  await refuse();
  await grid.enter(REVENUE, "3Q06", "15,200");
  await expect(messages).toHaveText("");
  await refuse();
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("");
  await expect(messages).toHaveText("");
  await refuse();
  await grid.press("ControlOrMeta+c");
  await expect(messages).toHaveText("");
});

test("hostile markup does nothing, however much of it there is", async ({ kessan, clipboard }) => {
  const { grid, messages, page } = kessan;
  const hostile = `<table><tr><td onclick="attacked=1"><script>window.attacked=1</script><style>td{display:none}</style>
    <img src="http://127.0.0.2/x" onerror="window.attacked=1"><iframe srcdoc="<script>parent.attacked=1</script>"></iframe>15,200</td></tr></table>`;
  await clipboard.put({ text: "1", markup: hostile });
  await grid.goTo(REVENUE, "3Q06");
  await grid.press("ControlOrMeta+v");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("15,200");
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);

  // Ten megabytes of it are left for the plain text beside them.
  await clipboard.put({ text: "15,300", markup: "<table><tr><td>".repeat(700_000) });
  await grid.press("ControlOrMeta+v");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("15,300");

  await clipboard.put({ text: "1\t".repeat(2_100_000) });
  await grid.press("ControlOrMeta+v");
  await expect(messages).toContainText("four million");
  await clipboard.put({ text: `${"1\t".repeat(80)}\r\n`.repeat(310) });
  await grid.press("ControlOrMeta+v");
  await expect(messages).toContainText("24,000");
  await expect(grid.cell(REVENUE, "3Q06")).toHaveText("15,300");
});

test("Ctrl+X takes the figures along, Ctrl+Z brings them back", async ({ kessan, clipboard }) => {
  const { grid } = kessan;
  await grid.drag([INCOME, "3Q05"], [INCOME, "4Q05"]);
  await grid.press("ControlOrMeta+x");
  await expect(grid.cell(INCOME, "3Q05")).toHaveText("");
  await expect(grid.cell(INCOME, "4Q05")).toHaveText("");
  expect(await clipboard.rows()).toEqual([["691", "966"]]);
  await grid.press("ControlOrMeta+z");
  await expect(grid.cell(INCOME, "3Q05")).toHaveText("691");
  await expect(grid.cell(INCOME, "4Q05")).toHaveText("966");
});

test("a frame stands around what was copied, until Esc or an edit", async ({ kessan }) => {
  const { grid } = kessan;
  const frame = grid.root.locator(".copied-frame");
  await grid.drag([REVENUE, "4Q05"], [CONNECTIVITY, "1Q06"]);
  await grid.press("ControlOrMeta+c");
  await expect(frame).toHaveCount(1);
  const [first, last, framed] = await Promise.all(
    [grid.cell(REVENUE, "4Q05"), grid.cell(CONNECTIVITY, "1Q06"), frame].map((locator) => locator.boundingBox()),
  );
  if (first == null || last == null || framed == null) throw new Error("The frame is not on screen.");
  expect(Math.abs(framed.x - first.x)).toBeLessThan(3);
  expect(Math.abs(framed.y + framed.height - last.y - last.height)).toBeLessThan(3);
  // Esc lets go of one thing at a time.
  await grid.press("Escape");
  await expect(frame).toHaveCount(0);
  await grid.expectSelected([REVENUE, CONNECTIVITY], ["4Q05", "1Q06"]);

  await grid.press("ControlOrMeta+c");
  await expect(frame).toHaveCount(1);
  await grid.enter(INCOME, "1Q06", "560");
  await expect(frame).toHaveCount(0);
});

test("text elsewhere in the window is copied and pasted as text", async ({ kessan, clipboard }) => {
  const { grid, explanation, page } = kessan;
  await grid.goTo(REVENUE, "2Q06");
  await explanation.heading.dblclick();
  const selected = await page.evaluate(() => document.getSelection()?.toString());
  expect(selected).not.toBe("");
  await page.keyboard.press("ControlOrMeta+c");
  expect((await clipboard.read()).text).toBe(selected);

  await grid.open(REVENUE, "1Q06");
  await grid.press("ControlOrMeta+a");
  await grid.press("ControlOrMeta+x");
  await expect(grid.editor(REVENUE, "1Q06")).toHaveValue("");
  await grid.press("ControlOrMeta+v");
  await grid.press("ControlOrMeta+v");
  await expect(grid.editor(REVENUE, "1Q06")).toHaveValue("12,43712,437");
  await grid.press("Escape");
  await expect(grid.cell(REVENUE, "1Q06")).toHaveText("12,437");
});

test.describe("a book whose labels are formulas", () => {
  test.use(onBook(writeHostileBook));

  test("whole rows go out with their labels, and nothing in a label runs in a spreadsheet", async ({
    kessan,
    clipboard,
  }) => {
    const { grid } = kessan;
    await grid.goTo(HOSTILE.margin, "2Q06");
    await grid.press("Shift+Space");
    await grid.press("ControlOrMeta+c");
    const [row] = await clipboard.rows();
    expect(row?.[0]).toBe(`'${HOSTILE.margin}`);
    expect(row?.at(-2)).toBe("18.3%");
    expect((await clipboard.read()).markup).toContain(`x:str sdnum="1033;0;@"`);
  });
});

test.describe("a large book", () => {
  test.use(onBook(writeLargeBook));

  test("a whole book of figures goes in at once, or not at all where it is too much for one step", async ({
    kessan,
    clipboard,
  }) => {
    const { bar, grid } = kessan;
    const table = (cell: (number: number) => string): string =>
      Array.from({ length: LARGE.lines }, (_, row) =>
        Array.from({ length: LARGE.quarters }, (__, column) => cell(row * LARGE.quarters + column)).join("\t"),
      ).join("\r\n");
    await grid.press("ControlOrMeta+Home");
    // As many figures as may be, but so many zeros before each that one message could not carry them.
    await clipboard.put({ text: table((number) => String(number).padStart(160, "0")) });
    await grid.press("ControlOrMeta+v");
    await expect(kessan.messages).toContainText("Nothing was pasted");
    await expect(bar.undo).toBeDisabled();

    await clipboard.put({ text: table((number) => String(number + 1000)) });
    await grid.press("ControlOrMeta+v");
    await expect(kessan.messages).toHaveText("24000 pasted.", { timeout: 30_000 });
    await expect(bar.undo).toHaveAttribute("title", /24000 figures/, { timeout: 30_000 });
    await grid.press("ControlOrMeta+End");
    await expect(grid.focused).toHaveText("24,999");
    await expect(kessan.banner).toHaveCount(0);
  });
});

test("the menu of a cell copies and cuts; growth is copied where growth is shown", async ({ kessan, clipboard }) => {
  const { grid, messages, page } = kessan;
  const choose = async (name: string): Promise<void> => {
    await grid.focused.click({ button: "right" });
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  await grid.goTo(OPERATING_RATIO, "2Q06");
  await choose("Copy");
  await expect(grid.root.locator(".copied-frame")).toHaveCount(1);
  expect(await clipboard.rows()).toEqual([["5.8%"]]);
  // A page may not read the clipboard by itself.
  await choose("Paste");
  await expect(messages).toContainText("press Ctrl+V");

  // Shares, then growth on the year.
  await pressTimes(page, "Alt+o", 2);
  await grid.goTo(REVENUE, "2Q06");
  await expect(grid.cell(REVENUE, "2Q06")).toHaveText("+17.4%");
  await grid.press("ControlOrMeta+c");
  expect(await clipboard.rows()).toEqual([["17.4%"]]);
  await clipboard.put({ text: "5" });
  await grid.press("ControlOrMeta+v");
  await expect(messages).toContainText("Figures are typed where figures are shown");
});

test("a figure of the status bar is copied by a click", async ({ kessan, clipboard }) => {
  const { grid, messages, page } = kessan;
  await grid.drag([REVENUE, "1Q06"], [REVENUE, "2Q06"]);
  await page.getByRole("button", { name: "Sum 26,444" }).click();
  await expect(messages).toHaveText("Copied 26,444.");
  expect((await clipboard.read()).text).toBe("26,444");
  await grid.expectSelected([REVENUE], ["1Q06", "2Q06"]);
});
