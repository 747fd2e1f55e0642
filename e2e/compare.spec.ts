import { expect, onBook, test } from "./app.ts";
import { writePeersBook } from "./books/peers-book.ts";
import type { BookWindow } from "./pages/book-window.ts";
import { Clipboard } from "./pages/clipboard.ts";
import { CompareView } from "./pages/compare.ts";
import { Making } from "./pages/making.ts";
import { Palette } from "./pages/palette.ts";

test.use(onBook(writePeersBook));

async function comparing(kessan: BookWindow): Promise<CompareView> {
  const compare = new CompareView(kessan);
  await compare.open();
  return compare;
}

test.describe("a book of one company", () => {
  test.use({ book: null });

  test("one company alone says how to add another, and with it they stand side by side", async ({ kessan }) => {
    const compare = new CompareView(kessan);
    const making = new Making(kessan);
    await kessan.page.keyboard.press("Alt+7");
    await expect(compare.root).toContainText(compare.words.emptyTitle);
    await expect(compare.add).toBeFocused();
    await compare.add.press("Enter");
    await making.field(making.words.company.nameEn).fill("Second Inc.");
    await making.submit(making.words.add);
    await compare.open();
    await expect(compare.table).toBeVisible();
    await expect
      .poll(() => compare.headings())
      .toEqual(["Internet Initiative Japan Inc. 2Q06 Jul – Sep 2006", "Second Inc. 2Q06 Jul – Sep 2006"]);
  });
});

test("periods stand side by side by the calendar or by their names, each with its real months", async ({ kessan }) => {
  const compare = await comparing(kessan);
  await compare.choose("companies", ["Dollar Corp."]);
  expect(await compare.headings()).toEqual(["March Inc. 2Q06 Jul – Sep 2006", "December Inc. 3Q06 Jul – Sep 2006"]);
  // 6,250,400 thousand beside 14,007 million.
  expect(await compare.row("Total revenues")).toEqual(["14,007", "100.0%", "+17.4%", "6,250", "100.0%", "+25.0%"]);
  expect(await compare.row("Operating income")).toEqual(["811", "5.8%", "+60.0%", "625", "10.0%", "+150.0%"]);
  await expect(compare.remarks).toHaveText([/December Inc\. states JPY thousand, shown here in JPY million/u]);
  await expect(compare.figure("Total revenues", 3)).toHaveAttribute("title", /stated as 6,250,400 JPY thousand/u);

  await compare.choice("alignment", "Fiscal").check();
  expect(await compare.headings()).toEqual(["March Inc. 2Q06 Jul – Sep 2006", "December Inc. 2Q06 Apr – Jun 2006"]);
  expect((await compare.row("Total revenues"))[3]).toBe("5,500");
  await expect(compare.remarks.last()).toContainText("3 months apart");
  // A name that both have: 3Q06 of the December company is of July to September.
  await compare.period.selectOption({ label: "3Q06" });
  expect((await compare.row("Total revenues"))[3]).toBe("6,250");
  await expect(compare.figure("Total revenues", 0)).toHaveAttribute("title", /not entered/u);
});

test("the last twelve months compare companies whose years end apart", async ({ kessan }) => {
  const compare = await comparing(kessan);
  await compare.choose("companies", ["Dollar Corp."]);
  await compare.choice("kind", "LTM").check();
  expect(await compare.headings()).toEqual([
    "March Inc. LTM 2Q06 Oct 2005 – Sep 2006",
    "December Inc. LTM 3Q06 Oct 2005 – Sep 2006",
  ]);
  // 12,010 + 15,994 + 12,437 + 14,007, and 5,600 + 5,300 + 5,500 + 6,250.4.
  const [march, , , december] = await compare.row("Total revenues");
  expect([march, december]).toEqual(["54,448", "22,650"]);
  await kessan.page.keyboard.press("Alt+PageUp");
  expect(await compare.headings()).toEqual([
    "March Inc. LTM 1Q06 Jul 2005 – Jun 2006",
    "December Inc. LTM 2Q06 Jul 2005 – Jun 2006",
  ]);
});

test("amounts in mixed currencies are not held against each other; shares, ratios and growth are", async ({
  kessan,
}) => {
  const compare = await comparing(kessan);
  await compare.choose("lines", ["Operating margin", "Employees"]);
  expect(await compare.labels()).toEqual([
    "Total revenues mixed currencies: JPY and USD",
    "Operating income mixed currencies: JPY and USD",
    "Operating margin",
    "Employees",
  ]);
  const revenue = await compare.row("Total revenues");
  expect([revenue[0], revenue[3], revenue[6]]).toEqual(["mixed", "mixed", "mixed"]);
  expect([revenue[2], revenue[5], revenue[8]]).toEqual(["+17.4%", "+25.0%", "+22.0%"]);
  const margin = await compare.row("Operating margin");
  expect([margin[0], margin[3], margin[6]]).toEqual(["5.8%", "10.0%", "20.0%"]);
  const staff = await compare.row("Employees");
  expect([staff[0], staff[3], staff[6]]).toEqual(["1,200", "no such line", "310"]);
  await expect(compare.cell("Employees", 3).locator("span")).toHaveAttribute(
    "title",
    "December Inc. does not have the line Employees.",
  );
  await compare.choice("layout", "Periods").check();
  await expect(compare.choice("drawn", "Value")).toHaveCount(0);
  await expect(compare.choice("drawn", "YoY")).toBeChecked();
});

test("a figure is explained as its own company has it, its inputs lead there, and Back returns", async ({ kessan }) => {
  const compare = await comparing(kessan);
  await compare.figure("Operating income", 5).click();
  await expect(compare.pane).toContainText("December Inc.");
  await expect(compare.pane).toContainText("625,040 / 250,000 − 1");
  await expect(compare.pane).toContainText("3Q06");
  await compare.pane.getByRole("button", { name: /3Q05/u }).click();
  await expect(kessan.grid.focused).toContainText("250,000");
  await expect(kessan.page.getByRole("heading", { level: 1 })).toHaveText("December Inc.");
  await kessan.page.keyboard.press("Alt+ArrowLeft");
  await expect(compare.figure("Operating income", 5)).toBeFocused();
  await expect(kessan.page.getByRole("heading", { level: 1 })).toHaveText("March Inc.");
  await kessan.page.keyboard.press("ArrowDown");
  await kessan.page.keyboard.press("ArrowUp");
  await kessan.page.keyboard.press("ArrowUp");
  await expect(compare.figure("Total revenues", 5)).toBeFocused();
  await kessan.page.keyboard.press("Alt+Enter");
  await expect(kessan.grid.focused).toContainText("6,250,400");
});

test("rows are put in the order of a company, companies in the order of a row", async ({ kessan }) => {
  const compare = await comparing(kessan);
  await compare.choose("companies", ["Dollar Corp."]);
  await compare.label("Operating income").click();
  await expect.poll(async () => (await compare.headings())[0]).toContain("March");
  await compare.label("Operating income").click();
  await expect.poll(async () => (await compare.headings())[0]).toContain("December");
  await compare.label("Operating income").click();
  await expect.poll(async () => (await compare.headings())[0]).toContain("March");

  await compare.choice("layout", "Periods").check();
  expect((await compare.labels())[0]).toBe("Jan – Mar 2005");
  await compare.heading("March Inc.", "value").click();
  await expect
    .poll(async () => (await compare.labels()).slice(0, 3))
    .toEqual(["Jan – Mar 2006", "Jul – Sep 2006", "Apr – Jun 2006"]);
  // What is not there stands last either way.
  expect((await compare.labels()).at(-1)).toBe("Jan – Mar 2005");
  await compare.heading("March Inc.", "value").click();
  await expect.poll(async () => (await compare.labels()).at(-1)).toBe("Jan – Mar 2005");
  expect((await compare.labels())[0]).toBe("Apr – Jun 2005");
  // By keys, of the figure in hand: growth of the other company, largest first.
  await compare.figure("Jul – Sep 2006", 3).focus();
  await kessan.page.keyboard.press("Alt+s");
  await expect.poll(async () => (await compare.labels())[0]).toBe("Jul – Sep 2006");
});

test("a line over time is drawn with a series for each company", async ({ kessan }) => {
  const compare = await comparing(kessan);
  await compare.choose("companies", ["Dollar Corp."]);
  await compare.choice("layout", "Periods").check();
  await expect(compare.picture.locator("svg")).toBeVisible();
  await expect(compare.picture).toHaveAttribute("aria-label", /March Inc\.: 14,007 in Jul – Sep 2006/u);
  await expect(compare.picture).toContainText("15,994");
  await compare.line.selectOption({ label: "Operating income" });
  await expect(compare.picture).toContainText("1,237");
  // A loss stands below zero, in the window's way.
  await expect(compare.picture).toContainText("(120)");
  await compare.choice("drawn", "% of rev.").check();
  await expect(compare.picture).toContainText("10.0%");
  await compare.choice("drawnAs", "Lines").check();
  await expect(compare.choice("drawnAs", "Lines")).toBeChecked();
  await expect(compare.picture).toContainText("10.0%");
});

test("the table goes to the clipboard as text and as numbers", async ({ kessan }) => {
  const compare = await comparing(kessan);
  await compare.choose("companies", ["Dollar Corp."]);
  await compare.measure("share").uncheck();
  await compare.copy.click();
  await expect(compare.root.getByRole("status").filter({ hasText: compare.words.copied })).toBeVisible();
  const clipboard = new Clipboard(kessan);
  const head = [
    ["JPY million", "March Inc. · 2Q06, Jul – Sep 2006", "", "December Inc. · 3Q06, Jul – Sep 2006", ""],
    ["", "Value", "YoY", "Value", "YoY"],
  ];
  expect(await clipboard.rows()).toEqual([
    ...head,
    ["Total revenues", "14,007", "17.4%", "6,250", "25.0%"],
    ["Operating income", "811", "60.0%", "625", "150.0%"],
  ]);
  const [revenue = []] = (await clipboard.numbers()).slice(2);
  expect(revenue[1]).toBe(14_007);
  expect(revenue[3]).toBe(6250.4);
});

test("what is compared is kept for the book", async ({ app, kessan }) => {
  const compare = await comparing(kessan);
  await compare.openList("companies");
  await compare.listed("Dollar Corp.").click();
  await compare.listed("December Inc.").press("Alt+ArrowUp");
  // Two are the fewest.
  await compare.listed("March Inc.").press("Space");
  await expect(compare.listed("March Inc.")).toBeChecked();
  await kessan.page.keyboard.press("Escape");
  await compare.choose("lines", ["Operating margin"]);
  await compare.choice("alignment", "Fiscal").check();
  await compare.choice("kind", "Half").check();
  const headings = ["December Inc. 1H06 Jan – Jun 2006", "March Inc. 1H06 Apr – Sep 2006"];
  expect(await compare.headings()).toEqual(headings);
  await app.restart();
  await kessan.isOpen();
  await compare.open();
  expect(await compare.headings()).toEqual(headings);
  expect(await compare.labels()).toEqual(["Total revenues", "Operating income", "Operating margin"]);
});

test("from company to company by keys, by the palette and by the left pane", async ({ kessan }) => {
  const compare = await comparing(kessan);
  const making = new Making(kessan);
  const shown = kessan.page.getByRole("heading", { level: 1 });
  await kessan.page.keyboard.press("Alt+1");
  await kessan.page.keyboard.press("Alt+c");
  await expect(shown).toHaveText("December Inc.");
  // The newest figure of the new company has the focus.
  await expect(kessan.grid.focused).toHaveText("6,250,400");
  await kessan.page.keyboard.press("Alt+Shift+c");
  await expect(shown).toHaveText("March Inc.");
  await kessan.page.keyboard.press("Alt+Shift+c");
  await expect(shown).toHaveText("March Inc.");
  const palette = new Palette(kessan);
  await kessan.page.keyboard.press("ControlOrMeta+k");
  await palette.input.fill("dollar");
  await expect(palette.chosen).toContainText("Show Dollar Corp.");
  await palette.input.press("Enter");
  await expect(shown).toHaveText("Dollar Corp.");
  await making.company("March Inc.").click();
  await expect(shown).toHaveText("March Inc.");
  await kessan.page.keyboard.press("Alt+7");
  await expect(compare.focused).toBeVisible();
});

for (const language of ["en", "ja"] as const) {
  test(`nothing is cut off in a small window, in ${language}`, async ({ kessan }) => {
    const compare = await comparing(kessan);
    await kessan.page.setViewportSize({ width: 1024, height: 700 });
    if (language === "ja") await kessan.switchLanguage();
    const { layouts, alignments } = compare.words;
    for (const layout of [layouts.lines, layouts.periods]) {
      await compare.choice("layout", layout).check();
      for (const alignment of [alignments.fiscal, alignments.calendar]) {
        await compare.choice("alignment", alignment).check();
        expect(await compare.unreadable()).toEqual([]);
      }
    }
    expect(await kessan.scrollableBy()).toEqual({ right: 0, down: 0 });
  });
}
