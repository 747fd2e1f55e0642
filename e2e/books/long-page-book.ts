/** A company that has chosen sixty lines for its results. */
import { join } from "node:path";
import { EMPTY_BOOK, type Book, type Fact, type Line } from "#core/book.ts";
import { createBook } from "#store/create.ts";

export const LONG_PAGE = { lines: 60 } as const;

/** 1Q06 and 1Q05 of a fiscal year that begins in April. */
const QUARTERS = [8024, 8020];

/** Writes the book and answers its path. */
export async function writeLongPageBook(folder: string): Promise<string> {
  const path = join(folder, "long.kessan");
  createBook({ path, book: longPageBook(), dataFolder: join(folder, "elsewhere"), now: () => new Date() });
  return path;
}

function longPageBook(): Book {
  const lines = Array.from({ length: LONG_PAGE.lines }, (_, position): Line => {
    const label = `Line ${position + 1} with a name that is longer than its column`;
    const plain = { section: "figures", parent: null, unit: "JPY million", formula: null, note: "" } as const;
    return { id: `line_${position + 1}`, labelEn: label, labelJa: label, kind: "flow", ...plain, position };
  });
  const facts = lines.flatMap(({ id: line, position }) =>
    QUARTERS.map((start): Fact => ({
      company: "long",
      scope: "consolidated",
      basis: "actual",
      line,
      span: { start, length: 1 },
      source: "report",
      stated: { mantissa: 1_234_567 + position, decimals: 0 },
      restated: false,
      page: "",
      asPrinted: "",
    })),
  );
  const calendar = { yearEndMonth: 3, fyNamedBy: "start", currency: "JPY", scale: "million" } as const;
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "figures", labelEn: "Figures", labelJa: "数値", position: 0 }],
    lines,
    companies: [{ id: "long", nameEn: "Long Inc.", nameJa: "", ...calendar, position: 0 }],
    companyLines: lines.map(({ id: line, position }) => ({
      company: "long",
      line,
      position,
      labelEn: null,
      labelJa: null,
    })),
    sources: [
      { id: "report", company: "long", title: "Report", kind: "report", published: "2006-08-10", rounding: "nearest" },
    ],
    facts,
    pageLines: lines.map(({ id: line, position }) => ({ company: "long", page: "period", line, position })),
  };
}
