import type { Words } from "../src/renderer/words/words.ts";
import { WORDS } from "../src/renderer/words/words.ts";
import { expect, test } from "./app.ts";

test("日本語 changes every word of the window, and stays over a restart", async ({ app, kessan }) => {
  const { bar, grid, explanation, chart } = kessan;
  await kessan.switchLanguage();
  await expect(kessan.page.locator("html")).toHaveAttribute("lang", "ja");
  await expect(kessan.page).toHaveTitle(/株式会社インターネットイニシアティブ/);
  await expect(bar.company).toHaveText("株式会社インターネットイニシアティブ");
  await expect(bar.export).toHaveText("書き出し");
  await expect(grid.header("百万円")).toBeVisible();
  await expect(grid.section("損益計算書")).toBeVisible();
  await expect(grid.cell("営業収益", "2Q06")).toHaveText("14,007");
  await expect(explanation.heading).toHaveText("営業収益");
  await expect(explanation.fact("route")).toHaveText("開示値");
  await expect(chart.heading).toHaveText("サービス別売上高と売上総利益率");
  await expect(chart.legend.last()).toHaveText("売上総利益率");
  await expect(kessan.savedState).toHaveText("ファイルは最新");

  await app.restart();
  await kessan.isOpen();
  await expect(bar.company).toHaveText("株式会社インターネットイニシアティブ");
  await kessan.switchLanguage();
  await expect(bar.company).toHaveText("Internet Initiative Japan Inc.");
  await expect(bar.export).toHaveText("Export");
});

test("in Japanese no word of the English window is left, whatever is on screen", async ({ kessan }) => {
  const { bar, grid, chart } = kessan;
  await kessan.switchLanguage();
  const expectJapanese = async (): Promise<void> => {
    // What the grid was about to read out in English goes a moment after the words have changed.
    await expect.poll(async () => (await kessan.readAloud()).filter(isEnglish)).toEqual([]);
  };
  await bar.openDisplayMenu();
  await expectJapanese();
  await grid.press("Escape");

  // A computed figure, a gap, a refused text, an edit and its undo, chosen lines, the other modes.
  await grid.goTo("売上総利益率", "2Q06");
  await expectJapanese();
  await grid.goTo("経常利益", "2Q06");
  await expectJapanese();
  await grid.enter("営業収益", "2Q06", "abc");
  await expect(grid.problem).toBeVisible();
  await expectJapanese();
  await grid.press("Escape");
  await grid.enter("営業収益", "2Q06", "15000");
  await expect(bar.undo).toBeEnabled();
  await expectJapanese();
  await grid.press("ControlOrMeta+z");
  await expect(bar.redo).toBeEnabled();
  await grid.select("営業利益");
  await expect(chart.heading).toHaveText("営業利益");
  await expectJapanese();
  await bar.show("H");
  await expectJapanese();
  await bar.show("FY");
  await grid.goTo("営業収益", "FY2005");
  await expectJapanese();
});

test("the search for English words finds them where they are", async ({ kessan }) => {
  const english = (await kessan.readAloud()).filter(isEnglish);
  for (const word of ["Export", "Undo", "Consolidated", "Explanation", "Published", "File up to date", "Years"]) {
    expect(english).toContain(word);
  }
});

/** Stands for whatever a sentence is filled with. */
const FILLED = "\u{E000}";

/** The same for sentences that want a list, or something with parts; as a text it is {@link FILLED}. */
const FILLING = new Proxy([FILLED], {
  get(list, name, self): unknown {
    const ofText: unknown = typeof name === "string" ? Reflect.get(String.prototype, name) : undefined;
    if (typeof ofText === "function") return ofText.bind(FILLED);
    return typeof name === "symbol" || name in list ? Reflect.get(list, name, self) : FILLED;
  },
});

/** Every text of a dictionary, in one order; sentences with {@link FILLED} for their particulars. */
function texts(words: Words): string[] {
  const textsIn = (entry: unknown): string[] => {
    if (typeof entry === "string") return [entry];
    if (typeof entry === "function") return [String(entry(...Array.from({ length: entry.length }, () => FILLING)))];
    return typeof entry === "object" && entry !== null ? Object.values(entry).flatMap(textsIn) : [];
  };
  const { currencies: _, counts: __, ...units } = words.units;
  return textsIn({ ...words, units });
}

/** What only the English window says: texts that differ in Japanese and have a letter beside what they are filled with. */
const ENGLISH = (() => {
  const japanese = texts(WORDS.ja);
  return (
    texts(WORDS.en)
      // “3 of 12” with its figures left out is any text with “of” in it, a source's own headings among them.
      // The button that leads to the English window says “English” in the Japanese one.
      .filter((text) => !japanese.includes(text) && /[a-z]{4}|^[a-z]/i.test(text.replaceAll(FILLED, "")))
      .map((text) => new RegExp(`^${text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replaceAll(FILLED, ".*")}$`, "s"))
  );
})();

const isEnglish = (said: string): boolean => ENGLISH.some((text) => text.test(said));
