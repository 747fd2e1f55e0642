/** The table of a chart's figures: where it opens, and that nothing in it is cut off. */
import { expect, test } from "./app.ts";
import { TrendsView } from "./pages/trends-view.ts";

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]) {
  test.describe(`${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("opens at the newest quarter, with whole figures only, and its events beside their labels", async ({
      kessan,
    }) => {
      const trends = new TrendsView(kessan);
      // A small window begins without the list of views.
      await kessan.page.keyboard.press("Alt+3");
      await trends.showPanel("figures");
      await expect.poll(() => trends.headingsInSight()).toMatchObject({ cut: [], last: "2Q06" });
      await trends.choose("Operating and net income, operating margin ratio");
      await expect.poll(() => trends.headingsInSight()).toMatchObject({ cut: [], last: "2Q06" });
      const { whole } = await trends.headingsInSight();
      expect(whole).toContain("1Q06");
    });
  });
}
