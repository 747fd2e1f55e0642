import { expect, leadsAway, test } from "./app.ts";

// Every test asserts at its end that nothing was asked of another machine; this one works the whole window for it.
test("nothing leaves this machine, whatever is done", async ({ app, kessan }) => {
  const { bar, grid, chart } = kessan;
  await grid.enter("Total revenues", "2Q06", "15000");
  await grid.press("ControlOrMeta+z");
  await grid.select("Operating margin ratio");
  await chart.picture.hover();
  await bar.show("FY");
  await bar.chooseScope("non-consolidated");
  await bar.chooseTheme("dark");
  await kessan.switchLanguage();
  await app.saved(() => bar.export.click());
  await kessan.reload();
  await expect(kessan.savedState).toHaveText(kessan.words.saved.file);

  // The watch sees what a window asks for: its scripts at the least, twice.
  expect(app.requests.filter((address) => address.endsWith(".js")).length).toBeGreaterThan(2);
  expect(app.requests.filter(leadsAway)).toEqual([]);
});

test("the page cannot ask another machine even if a script tried", async ({ app, kessan }) => {
  const isRefused = await kessan.page.evaluate(() =>
    fetch("http://127.0.0.2:9/").then(
      () => false,
      () => true,
    ),
  );
  expect(isRefused).toBe(true);
  await expect.poll(() => app.errors.join("\n")).toContain("Content Security Policy");
  // What this test provoked is no fault of the window.
  app.errors.length = 0;
  app.requests.length = 0;
});
