/** The app as it is packed: from exactly the files that go into the installers, and from nothing else. */
import { expect, test } from "../app.ts";

test.use({ isPackaged: true });

test("it opens the sample, edits, exports and keeps", async ({ app, kessan }) => {
  await kessan.grid.enter("Total revenues", "2Q06", "15000");
  const { name, bytes } = await app.saved(() => kessan.bar.export.click());
  expect(name).toBe("IIJ sample.xlsx");
  expect(bytes.length).toBeGreaterThan(10_000);
  await app.restart();
  await kessan.isOpen();
  await expect(kessan.grid.cell("Total revenues", "2Q06")).toHaveText("15,000");
});
