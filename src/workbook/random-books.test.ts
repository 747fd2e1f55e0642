import fc from "fast-check";
import { expect, test } from "vitest";
import { circularCells } from "#workbook/circular-cells.ts";
import { cellAt, figuresIn, opened, wrong } from "#workbook/placed-figures-suite.ts";
import { anyBook } from "#workbook/random-books-suite.ts";
import { poisoned, recalculated, soffice } from "#workbook/recalculation-suite.ts";
import type { WorkbookWanted } from "#workbook/results-grid.ts";
import { writeWorkbook } from "#workbook/write-workbook.ts";

const WANTED: WorkbookWanted = {
  company: "acme",
  scope: "consolidated",
  basis: "actual",
  spans: ["Q", "H", "FY"],
  language: "en",
  negatives: "parentheses",
};

/** LibreOffice takes seconds to start, and then little for every book. */
const BOOKS = 12;

test.skipIf(soffice === null)(
  "whatever the figures and the formulas, the workbook recalculates to what the book says",
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBook, { minLength: BOOKS, maxLength: BOOKS }), async (books) => {
        const written = await Promise.all(
          books.map(async (book, index) => {
            const { bytes } = await writeWorkbook(book, WANTED);
            const sheet = await opened(bytes);
            return { name: `book${index}`, book, bytes, sheet, placed: figuresIn(sheet.rows, book, WANTED) };
          }),
        );
        const sheets = await recalculated(
          Object.fromEntries(written.map(({ name, bytes }) => [name, poisoned(bytes)])),
        );
        for (const { name, book, sheet, placed } of written) {
          const formulas = new Map(placed.map((one) => [one.cell, cellAt(sheet, one)?.formula ?? ""]));
          expect([...circularCells(formulas)]).toEqual([]);
          const found = wrong(placed, sheets[name] ?? []);
          const lines = book.lines.map(({ id, kind, unit, formula }) => `${id}: ${kind} ${unit} ${formula ?? ""}`);
          expect(found, `${name}\n${lines.join("\n")}`).toEqual([]);
        }
      }),
      // A smaller book would take another start of LibreOffice each.
      { numRuns: 1, endOnFailure: true },
    );
  },
  120_000,
);
