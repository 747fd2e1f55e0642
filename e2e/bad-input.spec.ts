import { expect, test } from "./app.ts";

const REFUSED = [
  { text: "abc", reason: /not a number/ },
  { text: "1,23", reason: /group by three/ },
  { text: "12.3.4", reason: /more than one decimal point/ },
];

for (const { text, reason } of REFUSED) {
  test(`“${text}” is not stored: the cell says why, Esc brings the figure back`, async ({ kessan }) => {
    const { bar, grid } = kessan;
    const revenue = grid.cell("Total revenues", "2Q06");
    const editor = grid.editor("Total revenues", "2Q06");
    await grid.enter("Total revenues", "2Q06", text);
    await expect(editor).toBeFocused();
    await expect(editor).toHaveValue(text);
    await expect(editor).toHaveAccessibleDescription(reason);
    await expect(grid.problem).toHaveText(reason);
    await expectBeside(await grid.problem.boundingBox(), await revenue.boundingBox());

    // Going elsewhere neither stores the text nor loses it.
    await grid.cell("Total revenues", "1Q06").click();
    await expect(editor).toBeFocused();
    await expect(editor).toHaveValue(text);
    await expect(grid.problem).toHaveText(reason);

    await grid.press("Escape");
    await expect(editor).toBeHidden();
    await expect(grid.problem).toBeHidden();
    await expect(revenue).toHaveText("14,007");
    await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
    await expect(bar.undo).toBeDisabled();
    await expect(kessan.savedState).toHaveText("File up to date");

    await kessan.reload();
    await expect(revenue).toHaveText("14,007");
    await expect(bar.undo).toBeDisabled();
  });
}

test("a text that could not be read can be put right in place", async ({ kessan }) => {
  const { grid } = kessan;
  await grid.enter("Total revenues", "2Q06", "1,23");
  await expect(grid.problem).toBeVisible();
  await grid.press("End");
  await kessan.page.keyboard.type("4");
  await expect(grid.problem).toBeHidden();
  await grid.press("Enter");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("1,234");
});

test("a percentage typed over a ratio that Kessan computes is kept as printed", async ({ kessan }) => {
  const { grid, explanation } = kessan;
  await grid.enter("Gross margin ratio", "2Q06", "19.0");
  await grid.goTo("Gross margin ratio", "2Q06");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("18.3%");
  await expect(explanation.pane).toContainText("19.0%");
});

/** A word about a cell stands right under it, or right over it, and within the window. */
async function expectBeside(word: Box | null, cell: Box | null): Promise<void> {
  if (word === null || cell === null) throw new Error("The word or its cell is not on screen.");
  expect(Math.min(Math.abs(word.y - (cell.y + cell.height)), Math.abs(cell.y - (word.y + word.height)))).toBeLessThan(
    8,
  );
  expect(word.x).toBeLessThan(cell.x + cell.width);
  expect(word.x + word.width).toBeGreaterThan(cell.x);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
