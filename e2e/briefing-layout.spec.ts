/** How the pages of the briefing are laid out: what stands level, what stays together, what tells apart on paper. */
import { expect, test } from "./app.ts";
import { writeSparseBook } from "./books/sparse-book.ts";
import { BriefingPages } from "./pages/briefing.ts";

for (const language of ["English", "Japanese"] as const) {
  test(`targets beside each other stand level, and a field is not broken, in ${language}`, async ({ kessan }) => {
    if (language === "Japanese") await kessan.switchLanguage();
    const briefing = new BriefingPages(kessan);
    await briefing.open();
    for (const paper of ["a4", "wide"] as const) {
      await briefing.choosePaper(paper);
      const rows = await briefing
        .page("targets")
        .locator(".slide-row")
        .evaluateAll((all) =>
          all.map((row) =>
            [...row.querySelectorAll("tbody tr:first-child")].map((line) =>
              Math.round(line.getBoundingClientRect().top),
            ),
          ),
        );
      const beside = rows.filter(({ length }) => length > 1);
      expect(beside).toHaveLength(2);
      for (const tops of beside) expect(new Set(tops).size, `${paper}: ${tops.join(", ")}`).toBe(1);
      const broken = await briefing
        .page("summary")
        .locator(".slide-news .slide-note")
        .evaluateAll((fields) =>
          fields
            .filter((field) => {
              const text = document.createRange();
              text.selectNodeContents(field);
              return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
            })
            .map((field) => field.textContent),
        );
      expect(broken, paper).toEqual([]);
    }
  });
}

test("every mark that is explained looks other than the rest without its colour", async ({ kessan }) => {
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  const looks = await briefing
    .page("notes")
    .locator(".slide-sample")
    .evaluateAll((samples) =>
      samples.map((sample) => {
        const digits = sample.querySelector(".figure-digits") ?? sample;
        const { textDecorationLine, textDecorationStyle, fontStyle, fontWeight } = getComputedStyle(digits);
        const before = getComputedStyle(digits, "::before");
        const isFilled = before.backgroundColor !== "rgba(0, 0, 0, 0)";
        const mark = before.content === "none" ? "none" : `diamond ${isFilled ? "full" : "hollow"}`;
        const drawn = sample.querySelectorAll("svg").length;
        return [sample.textContent, textDecorationLine, textDecorationStyle, fontStyle, fontWeight, mark, drawn].join();
      }),
    );
  expect(looks.length).toBeGreaterThan(6);
  expect(looks.filter((look, at) => looks.indexOf(look) !== at)).toEqual([]);
});

test("without a picture the tables stand under the title, and nothing is named after services that are not there", async ({
  app,
  kessan,
}) => {
  await app.open(await writeSparseBook(app.folder));
  await kessan.page.getByRole("button", { name: "New Inc.", exact: true }).click();
  const briefing = new BriefingPages(kessan);
  await briefing.open();
  await expect(briefing.page("revenues").getByRole("figure")).toContainText("Sales");
  await expect(briefing.page("revenues")).not.toContainText("service");
  for (const kind of ["revenues", "profits"] as const) {
    const caption = await briefing.page(kind).locator("figcaption").last().boundingBox();
    const table = await briefing.page(kind).getByRole("table").first().boundingBox();
    if (caption === null || table === null) throw new Error(`${kind} has no caption or no table`);
    // As far apart as any two rows of a slide, at most at its largest size.
    expect(table.y - (caption.y + caption.height), kind).toBeLessThanOrEqual(14 * 1.2 + 1);
  }
});
