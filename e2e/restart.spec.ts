import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./app.ts";

test("an edit is there after closing and opening, and can still be taken back", async ({ app, kessan }) => {
  const { bar, grid } = kessan;
  await grid.enter("Total revenues", "2Q06", "15000");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");

  await app.restart();
  await kessan.isOpen();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("17.1%");
  await expect(kessan.savedState).toHaveText("File up to date");

  await grid.press("ControlOrMeta+z");
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await app.restart();
  await kessan.isOpen();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
  await bar.redo.click();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("the file alone holds the edit once it is said to be up to date", async ({ app, kessan }) => {
  const { grid } = kessan;
  await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
  const handedOn = join(app.folder, "handed on.kessan");
  await copyFile(await kessan.file(), handedOn);
  await app.kill();

  await app.open(handedOn);
  await kessan.isOpen();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});

test("an edit that was shown as saved survives a kill in the same moment", async ({ app, kessan }) => {
  const { bar, grid } = kessan;
  await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
  await app.kill();

  await app.restart();
  await kessan.isOpen();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  await expect(kessan.savedState).toHaveText("File up to date");
  await bar.undo.click();
  await expect(grid.cell("Total revenues", "2Q06")).toHaveText("14,007");
});

test.describe("when the host dies under an open window", () => {
  test.skip(({ host }) => host !== "browser", "Electron's window dies with its host.");

  test("the banner says that editing is blocked and what is kept", async ({ app, kessan }) => {
    const { bar, grid } = kessan;
    await kessan.keeps(() => grid.enter("Total revenues", "2Q06", "15000"));
    await app.kill();
    await expect(kessan.banner).toContainText("Editing is blocked");
    await expect(kessan.banner).toContainText("Everything shown as saved is kept");
    await expect(kessan.banner).not.toContainText("Perhaps not stored");
    await expect(kessan.savedState).toHaveText("The connection to the book is lost.");

    await grid.type("Total revenues", "1Q06", "99");
    await expect(grid.editor("Total revenues", "1Q06")).toHaveCount(0);
    await expect(grid.cell("Total revenues", "1Q06")).toHaveText("12,437");
    await expect(bar.undo).toBeDisabled();
    await expect(bar.export).toBeDisabled();

    await app.restart();
    await kessan.isOpen();
    await expect(kessan.banner).toHaveCount(0);
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  });

  test("an edit that nobody confirmed stays on screen, and the banner names it", async ({ app, kessan }) => {
    test.skip(process.platform === "win32", "Windows cannot stop a process without ending it.");
    const { grid, chart } = kessan;
    app.suspend();
    await grid.enter("Total revenues", "2Q06", "15000");
    // The window recalculates by itself, whatever the host is doing.
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
    await expect(grid.cell("Gross margin ratio", "2Q06")).toHaveText("17.1%");
    await expect.poll(() => chart.drawn("Gross margin ratio", "2Q06")).toBeCloseTo(17.06, 1);
    await expect(kessan.savedState).toHaveText("Saving…");
    await app.kill();
    await expect(kessan.banner).toContainText("Perhaps not stored");
    await expect(kessan.banner).toContainText("Total revenues 2Q06 15000");
    await expect(grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
  });
});
