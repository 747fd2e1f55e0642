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

test("0.183 among percentages is asked back: it could be 18.3 % or 0.183 %", async ({ kessan }) => {
  const { grid, bar } = kessan;
  const cell = grid.cell("Gross margin ratio", "3Q06");
  for (const text of ["0.183", "-.5", "(0.05)"]) {
    await grid.enter("Gross margin ratio", "3Q06", text);
    await expect(grid.problem).toHaveText(
      "Below 1 this could be meant in two ways: 0.183 as 18.3 % or as 0.183 %. Type 18.3, or 0.183%.",
    );
    await grid.press("Escape");
    await expect(cell).toHaveText("");
  }
  await expect(bar.undo).toBeDisabled();
  for (const [typed, shown] of [
    ["0.183%", "0.183%"],
    ["18.3", "18.3%"],
    ["0", "0%"],
  ] as const) {
    await grid.enter("Gross margin ratio", "3Q06", typed);
    await expect(cell).toHaveText(shown);
  }
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
