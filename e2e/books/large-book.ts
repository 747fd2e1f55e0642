/** As large as books are meant to become: 300 lines and 80 quarters, with a figure in the first and the last. */
import { join } from "node:path";
import { EMPTY_BOOK, type Book, type Fact, type Line } from "#core/book.ts";
import { createBook } from "#store/create.ts";

export const LARGE = { lines: 300, quarters: 80 } as const;

/** 1Q00 of a fiscal year that begins in April: quarters are counted from the first of year 0. */
const FIRST_QUARTER = 8000;

/** Writes the book and answers its path. */
export async function writeLargeBook(folder: string): Promise<string> {
  const path = join(folder, "large.kessan");
  createBook({ path, book: largeBook(), dataFolder: join(folder, "elsewhere"), now: () => new Date() });
  return path;
}

function largeBook(): Book {
  const lines = Array.from({ length: LARGE.lines }, (_, position): Line => {
    const label = `Line ${position + 1}`;
    const plain = { section: "figures", parent: null, unit: "JPY million", formula: null, note: "" } as const;
    return { id: `line_${position + 1}`, labelEn: label, labelJa: label, kind: "flow", ...plain, position };
  });
  const fact = (start: number): Fact => ({
    company: "large",
    scope: "consolidated",
    basis: "actual",
    line: "line_1",
    span: { start, length: 1 },
    source: "report",
    stated: { mantissa: 1, decimals: 0 },
    restated: false,
    page: "",
    asPrinted: "1",
  });
  const calendar = { yearEndMonth: 3, fyNamedBy: "start", currency: "JPY", scale: "million" } as const;
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "figures", labelEn: "Figures", labelJa: "数値", position: 0 }],
    lines,
    companies: [{ id: "large", nameEn: "Large Inc.", nameJa: "", ...calendar, position: 0 }],
    companyLines: lines.map(({ id, position }) => ({
      company: "large",
      line: id,
      position,
      labelEn: null,
      labelJa: null,
    })),
    sources: [
      { id: "report", company: "large", title: "Report", kind: "report", published: "2020-05-14", rounding: "nearest" },
    ],
    facts: [fact(FIRST_QUARTER), fact(FIRST_QUARTER + LARGE.quarters - 1)],
  };
}
