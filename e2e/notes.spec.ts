import { expect, test } from "./app.ts";
import { FindBox } from "./pages/find-box.ts";
import { NoteBox } from "./pages/note-box.ts";
import { Palette } from "./pages/palette.ts";

test("Shift+F2 notes a cell: marked, told in the pane, undone with Ctrl+Z", async ({ kessan }) => {
  const { grid } = kessan;
  const note = new NoteBox(kessan);
  const cell = grid.cell("Total revenues", "2Q06");
  await grid.goTo("Total revenues", "2Q06");
  await note.expectMark(cell, false);
  await note.open();
  await expect(note.named("Note on Total revenues, 2Q06")).toBeVisible();
  await note.write("Two large orders, see call of 2 Nov");
  await expect(cell).toBeFocused();
  await note.expectMark(cell, true);
  await expect(cell).toHaveAccessibleDescription(/Two large orders/u);
  await expect(note.inPane).toHaveText([/Two large orders, see call of 2 Nov/u]);
  await expect(cell).toHaveText("14,007");

  // Undo leads to what it changed.
  await grid.goTo("Total costs", "1Q06");
  await grid.press("ControlOrMeta+z");
  await expect(cell).toBeFocused();
  await note.expectMark(cell, false);
  await grid.press("ControlOrMeta+y");
  await note.expectMark(cell, true);

  // The text is changed, then deleted.
  await note.open();
  await expect(note.text).toHaveValue("Two large orders, see call of 2 Nov");
  await note.write(" 2006");
  await expect(note.inPane).toHaveText([/2 Nov 2006/u]);
  await note.open();
  await note.text.fill("");
  await expect(note.button("remove")).toBeVisible();
  await note.text.press("ControlOrMeta+Enter");
  await note.expectMark(cell, false);
});

test("a note stays over a restart, and is found by its text", async ({ kessan, app }) => {
  const { grid } = kessan;
  const note = new NoteBox(kessan);
  const find = new FindBox(kessan);
  await grid.goTo("Total costs", "2Q06");
  await note.open();
  await note.write("Includes a one-time charge");
  await expect(note.inPane).toHaveText([/one-time charge/u]);
  await kessan.file();
  await app.restart();
  await kessan.isOpen();
  await find.lookFor("one-time charge");
  await grid.press("Enter");
  await expect(find.says("Total costs, 2Q06 – note: Includes a one-time charge")).toBeVisible();
  await grid.press("Escape");
  await expect(grid.cell("Total costs", "2Q06")).toBeFocused();
});

test("Esc keeps what was typed; the figure behind can be looked at meanwhile", async ({ kessan }) => {
  const { grid } = kessan;
  const note = new NoteBox(kessan);
  await grid.goTo("Gross margin", "2Q06");
  await note.open();
  await grid.press("Escape");
  await expect(note.text).toBeHidden();
  await note.open();
  await note.text.pressSequentially("Half a thou");
  await grid.press("Escape");
  await expect(note.text).toBeHidden();
  await expect(grid.cell("Gross margin", "2Q06")).toBeFocused();
  await note.expectMark(grid.cell("Gross margin", "2Q06"), false);
  await grid.press("ArrowLeft");
  await grid.press("ArrowRight");
  await kessan.page.getByRole("button", { name: "Go on writing", exact: true }).click();
  await expect(note.text).toHaveValue("Half a thou");
  await note.text.pressSequentially("ght");
  // Another list in front takes the box away, and nothing with it.
  await grid.press("ControlOrMeta+k");
  await expect(note.text).toBeHidden();
  await grid.press("Escape");
  await grid.goTo("Gross margin", "2Q06");
  await note.open();
  await expect(note.text).toHaveValue("Half a thought");
  await note.button("discard").click();
  await expect(note.text).toHaveValue("");
});

test("a note being written stays at its cell, and says which one that is, wherever one goes", async ({ kessan }) => {
  const { bar, grid, page } = kessan;
  // With room for its periods nothing scrolls.
  await bar.sidebar.click();
  const note = new NoteBox(kessan);
  const named = note.named("Note on Connectivity and value-added services, 2Q06");
  await grid.goTo("Connectivity and value-added services", "2Q06");
  await note.open();
  await note.text.pressSequentially("Half");
  const before = await named.boundingBox();
  await grid.cell("Total revenues", "1Q05").click();
  await expect(grid.cell("Total revenues", "1Q05")).toBeFocused();
  expect(await named.boundingBox()).toEqual(before);
  // All of its heading can be read.
  const heading = named.getByRole("heading");
  await expect(heading).toHaveText("Note on Connectivity and value-added services, 2Q06");
  expect(await heading.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  // What the pointer asks of a cell behind does not lie over it.
  await grid.label("Total costs").hover();
  await grid.cell("Internet connectivity services", "1Q06").hover();
  await page.locator(".ag-tooltip:not(.is-hushed, .ag-tooltip-hiding)").waitFor();
  const isCovered = await named.evaluate((box) => {
    const hint = document.querySelector(".ag-tooltip:not(.is-hushed, .ag-tooltip-hiding)")?.getBoundingClientRect();
    const { left, top, right, bottom } = box.getBoundingClientRect();
    if (hint === undefined) return true;
    const [x, y] = [Math.max(left, hint.left) + 1, Math.max(top, hint.top) + 1];
    const isOver = x < Math.min(right, hint.right) && y < Math.min(bottom, hint.bottom);
    return isOver && !box.contains(document.elementFromPoint(x, y));
  });
  expect(isCovered).toBe(false);
  await note.text.pressSequentially(" a thought");
  await note.text.press("ControlOrMeta+Enter");
  await grid.goTo("Connectivity and value-added services", "2Q06");
  await expect(note.inPane).toHaveText([/Half a thought/u]);
});

test("typing a note eats no key of the grid, and Ctrl+Z in it takes back typing alone", async ({ kessan }) => {
  const { grid } = kessan;
  const note = new NoteBox(kessan);
  await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
  await grid.goTo("Total revenues", "2Q06");
  await note.open();
  await note.text.pressSequentially("abc");
  await note.text.press("ControlOrMeta+z");
  await note.text.press("Delete");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await note.text.press("Enter");
  await note.text.pressSequentially("second line");
  await expect(note.text).toHaveValue(/\nsecond line$/u);
});

test("a row and a period have notes of their own, marked at the label and at the header", async ({ kessan }) => {
  const { grid } = kessan;
  const note = new NoteBox(kessan);
  const palette = new Palette(kessan);
  await grid.goTo("Total costs", "1Q06");
  await grid.press("ControlOrMeta+k");
  await palette.input.fill("note on this row");
  await grid.press("Enter");
  await expect(note.named("Note on Total costs, all periods")).toBeVisible();
  await note.write("Cost of revenues as reported");
  await note.expectMark(grid.label("Total costs"), true);
  await grid.press("ControlOrMeta+k");
  await palette.input.fill("note on this period");
  await grid.press("Enter");
  await expect(note.named("Note on 1Q06")).toBeVisible();
  await note.write("New fiscal year");
  await note.expectMark(grid.header("1Q06"), true);
  await expect(note.inPane).toHaveText([/Cost of revenues as reported.*all periods/u, /New fiscal year.*all lines/u]);
  // Every cell of the row and of the period tells it.
  await grid.goTo("Total costs", "2Q06");
  await expect(note.inPane).toHaveText([/Cost of revenues as reported/u]);
});

test("a note is written in the window's language and keeps the other", async ({ kessan }) => {
  const { grid } = kessan;
  const note = new NoteBox(kessan);
  await grid.goTo("Operating income (loss)", "2Q06");
  await note.open();
  await expect(note.text).toHaveValue(/^Rose with revenues/u);
  await note.write(" Confirmed.");
  await kessan.switchLanguage();
  await grid.goTo("営業利益", "2Q06");
  await note.open();
  await expect(note.text).toHaveValue(/増益/u);
  await note.write("確認済み。");
  await expect(note.inPane).toHaveText([/増益.*確認済み/u]);
  await kessan.switchLanguage();
  await expect(note.inPane).toHaveText([/Rose with revenues.*Confirmed\./u]);
});

test("what was done to a cell is one key away", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const history = kessan.page.getByRole("region", { name: "Changes", exact: true });
  await grid.enter("Total revenues", "2Q06", "15000");
  await expect(bar.undo).toBeEnabled();
  await grid.goTo("Total revenues", "2Q06");
  await bar.panes.click();
  await expect(bar.panes).toHaveAttribute("aria-pressed", "false");
  await grid.goTo("Total revenues", "2Q06");
  await grid.press("ControlOrMeta+Shift+h");
  await expect(history).toBeFocused();
  await expect(history).toContainText("14,007 → 15,000");
  await grid.goTo("Total costs", "2Q06");
  await grid.press("ControlOrMeta+Shift+h");
  await expect(history).toBeFocused();
  await expect(history).toContainText("Nothing was changed here.");
});
