/** Tables whose periods have long names: the year is said once, over its columns. */
import { expect, test } from "./app.ts";
import { BriefingPages } from "./pages/briefing.ts";
import { PageView } from "./pages/page-view.ts";

/** The sizes that a page is tried in are about a twelfth apart. */
const STEP = 0.9;

for (const language of ["English", "Japanese"] as const) {
  test(`the briefing is as large and as whole under the filing's names of periods, in ${language}`, async ({
    kessan,
  }) => {
    test.slow();
    if (language === "Japanese") await kessan.switchLanguage();
    const briefing = new BriefingPages(kessan);
    await briefing.open();
    const besideShortNames = new Map<string, number>();
    for (const paper of ["a4", "wide"] as const) {
      await briefing.choosePaper(paper);
      besideShortNames.set(paper, Math.min(...(await briefing.sizes())));
    }
    await kessan.bar.choosePeriods("filing");
    await briefing.open();
    for (const paper of ["a4", "wide"] as const) {
      await briefing.choosePaper(paper);
      expect(await briefing.unfit(), paper).toEqual([]);
      // What is written beside the tables names periods too, and takes a line more: a step of the size at most.
      const least = STEP * (besideShortNames.get(paper) ?? 1);
      expect(Math.min(...(await briefing.sizes())), paper).toBeGreaterThanOrEqual(least);
      for (const kind of ["revenues", "profits", "services", "more-services"] as const) {
        const columns = (await briefing.read(kind)).map(({ column }) => column);
        expect(columns, `${kind} on ${paper}`).toContain("2007年3月期 第2四半期");
        expect(columns.filter((column) => column.includes("通期"))).toEqual([]);
        // A year and a part of it: nothing is said twice.
        expect(columns.filter((column) => column.match(/年\d+月期/gu)?.length === 2)).toEqual([]);
      }
    }
  });
}

test("services by quarter stand beside each other in every style, none beyond the edge", async ({ kessan }) => {
  const services = new PageView(kessan, "services");
  const newest = { filing: "2007年3月期 第2四半期", "year-end": "2007/3 2Q", fiscal: "FY2006 Q2", deck: "FY2006 2Q06" };
  for (const style of ["filing", "year-end", "fiscal", "deck"] as const) {
    await kessan.bar.choosePeriods(style);
    await services.open();
    const trend = (await services.read()).filter(({ table }) => table === services.words.byQuarter);
    expect(trend.map(({ column }) => column)).toContain(newest[style]);
    expect(await services.scrolledTables("across"), style).toEqual([]);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("a page that has room for its tables shows them whole", async ({ kessan }) => {
      const services = new PageView(kessan, "services");
      await services.open();
      for (const [kind, period] of [
        ["quarter", "2Q06"],
        ["quarter", "3Q04"],
        ["half", "1H06"],
      ] as const) {
        await services.show(kind, period);
        expect(await services.scrolledTables("at all"), period).toEqual([]);
      }
    });
  });
}
