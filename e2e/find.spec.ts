import { expect, test } from "./app.ts";
import { FindBox } from "./pages/find-box.ts";
import { GoBox, Palette } from "./pages/palette.ts";

test("Ctrl+F finds a figure however it is typed, and Enter goes there", async ({ kessan }) => {
  const { grid } = kessan;
  const find = new FindBox(kessan);
  await grid.goTo("Total costs", "1Q06");
  await find.lookFor("14007");
  await expect(find.count).toHaveText("1 found");
  await expect(find.marked).toHaveText(["14,007"]);
  await grid.press("Enter");
  await expect(find.count).toHaveText("1 of 1");
  await expect(find.says("Total revenues, 2Q06: 14,007")).toBeVisible();
  await expect(kessan.explanation.heading).toHaveText("Total revenues");
  // The next Enter is for the next match.
  await expect(find.input).toBeFocused();
  await find.input.fill("14,007");
  await expect(find.count).toHaveText("1 found");
  await grid.press("Escape");
  await expect(find.root).toBeHidden();
  await expect(grid.cell("Total revenues", "2Q06")).toBeFocused();
  await expect(find.marked).toHaveCount(0);
});

test("Enter and F3 go on, Shift back, round at the ends", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const find = new FindBox(kessan);
  await grid.goTo("Total revenues", "2Q06");
  await find.lookFor("margin ratio");
  const count = Number((await find.count.textContent())?.match(/\d+/u)?.[0]);
  expect(count).toBeGreaterThan(1);
  await grid.press("Enter");
  await expect(find.count).toHaveText(`1 of ${count}`);
  await expect(explanation.heading).toHaveText("Gross margin ratio");
  await grid.press("F3");
  await expect(find.count).toHaveText(`2 of ${count}`);
  await grid.press("Shift+Enter");
  await expect(find.count).toHaveText(`1 of ${count}`);
  await grid.press("Shift+F3");
  await expect(find.count).toHaveText(`${count} of ${count}`);
  await grid.press("Enter");
  await expect(find.count).toHaveText(`1 of ${count}`);
  // Without the box F3 goes on with the same text.
  await grid.press("Escape");
  await expect(explanation.heading).toHaveText("Gross margin ratio");
  await grid.press("F3");
  await expect(find.root).toBeHidden();
  await expect(explanation.heading).not.toHaveText("Gross margin ratio");
  await grid.press("Shift+F3");
  await expect(explanation.heading).toHaveText("Gross margin ratio");
  await expect(grid.focused).toBeVisible();
});

test("somebody who went elsewhere goes on from there, and Ctrl+F comes back to the box", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const find = new FindBox(kessan);
  await find.lookFor("margin ratio");
  await grid.press("Enter");
  await expect(explanation.heading).toHaveText("Gross margin ratio");
  await grid.goTo("Operating margin ratio", "1Q06");
  await grid.press("ArrowUp");
  await grid.press("ControlOrMeta+f");
  await expect(find.input).toBeFocused();
  await grid.press("Enter");
  await expect(explanation.heading).toHaveText("Operating margin ratio");
});

test("a period in the search is a place to go to", async ({ kessan }) => {
  const { grid, page } = kessan;
  const find = new FindBox(kessan);
  await grid.goTo("Total costs", "2Q06");
  await find.lookFor("3Q05");
  await expect(find.root.getByRole("button", { name: "Go to 3Q05 (Oct – Dec 2005)" })).toBeVisible();
  // Nothing else says 3Q05, so Enter goes there.
  await grid.press("Enter");
  await expect(grid.cell("Total costs", "3Q05")).toHaveAttribute("aria-selected", "true");
  await find.lookFor("1Q06");
  await page.getByRole("button", { name: "Go to 1Q06 (Apr – Jun 2006)" }).click();
  await grid.press("Escape");
  await expect(grid.cell("Total costs", "1Q06")).toBeFocused();
});

test("in the checks Ctrl+F is for their own search", async ({ kessan }) => {
  await kessan.bar.view("checks").click();
  await kessan.page.keyboard.press("ControlOrMeta+f");
  await expect(kessan.page.getByRole("searchbox", { name: "Search the checks" })).toBeFocused();
});

test("labels of both languages, printed percentages and notes are found", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  const find = new FindBox(kessan);
  await find.lookFor("営業利益");
  await grid.press("Enter");
  await expect(explanation.heading).toHaveText(/Operating/u);
  await find.lookFor("59.9%");
  // Claims are found once they have been checked.
  await expect(find.count).toHaveText("1 found");
  await grid.press("Enter");
  await expect(find.says(/Operating income \(loss\), 2Q06 – printed: .*59\.9%/u)).toBeVisible();
  await find.lookFor("value-added services and systems integration");
  await grid.press("Enter");
  await expect(find.says(/– note: Rose with revenues/u)).toBeVisible();
  await find.lookFor("flubber");
  await expect(find.count).toHaveText("Nothing found");
});

test("what is folded away is found, said to be hidden, and opened on the way", async ({ kessan }) => {
  const { grid } = kessan;
  const find = new FindBox(kessan);
  const palette = new Palette(kessan);
  await grid.goTo("Connectivity and value-added services", "2Q06");
  await grid.press("ControlOrMeta+k");
  await palette.input.fill("fold");
  await palette.choice(/^Fold/u).first().click();
  await expect(grid.label("Dial-up access services")).toHaveCount(0);
  await find.lookFor("dial-up access");
  await expect(find.says("1 is hidden")).toBeVisible();
  await grid.press("Enter");
  await expect(grid.label("Dial-up access services")).toBeVisible();
  await expect(find.says("Dial-up access services")).toBeVisible();
});

test("a figure of another layout is found, and its columns are shown", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const find = new FindBox(kessan);
  await find.lookFor("26,444");
  await expect(find.says("1 in other columns")).toBeVisible();
  await grid.press("Enter");
  await expect(bar.layout).toHaveValue("H");
  await expect(find.says("Total revenues, 1H06: 26,444")).toBeVisible();
});

test("Ctrl+G goes to a period, a line, or a line in a period, in any style", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const go = new GoBox(kessan);
  const goTo = async (text: string): Promise<void> => {
    await grid.press("ControlOrMeta+g");
    await expect(go.input).toBeFocused();
    await go.input.fill(text);
    await grid.press("Enter");
    await expect(go.root).toBeHidden();
  };
  await grid.goTo("Total revenues", "2Q06");
  await goTo("1Q06");
  await expect(grid.cell("Total revenues", "1Q06")).toBeFocused();
  await goTo("operating income");
  await expect(grid.cell("Operating income (loss)", "1Q06")).toBeFocused();
  await goTo("売上総利益 2007年3月期 第2四半期");
  await expect(grid.cell("Gross margin", "2Q06")).toBeFocused();
  await goTo("revenue FY2005");
  await expect(bar.layout).toHaveValue("FY");
  await expect(grid.cell("Total revenues", "FY2005")).toBeFocused();
  // Back returns to where one was.
  await grid.press("Alt+ArrowLeft");
  await expect(kessan.explanation.heading).toHaveText("Gross margin");
});

test("what several lines may mean is a choice, and what none means is told", async ({ kessan }) => {
  const { grid } = kessan;
  const go = new GoBox(kessan);
  await grid.press("ControlOrMeta+g");
  await go.input.fill("operating 2Q06");
  await expect(go.choices.first()).toContainText("Operating income (loss)");
  expect(await go.choices.count()).toBeGreaterThan(1);
  await grid.press("ArrowDown");
  await grid.press("Enter");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toBeFocused();

  await grid.press("ControlOrMeta+g");
  await go.input.fill("flubber");
  await expect(go.message).toContainText("flubber");
  await go.input.fill("2Q66");
  await expect(go.message).toHaveText(/2Q66 is too far from this book.*1Q04.*3Q06/u);
  await go.input.fill("2006/12 2Q");
  await expect(go.message).toContainText("March");
  await grid.press("Enter");
  await expect(go.root).toBeVisible();
  await grid.press("Escape");
  await expect(grid.cell("Operating margin ratio", "2Q06")).toBeFocused();
});
