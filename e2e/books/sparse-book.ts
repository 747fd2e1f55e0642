/** Two companies of whom nothing is known yet: one has lines, the other not even these. */
import { join } from "node:path";
import { EMPTY_BOOK, type Book, type Company, type Line } from "#core/book.ts";
import { createBook } from "#store/create.ts";

/** Writes the book and answers its path. */
export async function writeSparseBook(folder: string): Promise<string> {
  const path = join(folder, "sparse.kessan");
  createBook({ path, book: sparseBook(), dataFolder: join(folder, "elsewhere"), now: () => new Date() });
  return path;
}

function sparseBook(): Book {
  const line = (id: string, label: string, position: number, more: Partial<Line> = {}): Line => ({
    id,
    labelEn: label,
    labelJa: label,
    section: "figures",
    parent: null,
    unit: "JPY million",
    kind: "flow",
    formula: null,
    note: "",
    position,
    ...more,
  });
  const lines = [
    line("sales", "Sales", 0),
    line("operating_income", "Operating income", 1),
    line("cash", "Cash", 2, { kind: "stock" }),
  ];
  const company = (id: string, nameEn: string, position: number): Company => ({
    id,
    nameEn,
    nameJa: "",
    yearEndMonth: 12,
    fyNamedBy: "end",
    currency: "JPY",
    scale: "million",
    position,
  });
  return {
    ...EMPTY_BOOK,
    sections: [{ id: "figures", labelEn: "Figures", labelJa: "数値", position: 0 }],
    lines,
    companies: [company("new", "New Inc.", 0), company("bare", "Bare Inc.", 1)],
    companyLines: lines.map(({ id, position }) => ({
      company: "new",
      line: id,
      position,
      labelEn: null,
      labelJa: null,
    })),
  };
}
