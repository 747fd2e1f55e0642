import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTable, parseTable } from "#core/pasted-table.ts";

describe("reads", () => {
  test.each([
    [
      "Excel: CRLF, one at the end",
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "LibreOffice: LF, one at the end",
      "1\t2\n3\t4\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "none at the end",
      "1\t2\n3\t4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["a blank row at the end that is meant", "1\n\n", [["1"], [""]]],
    ["one cell", "14,007", [["14,007"]]],
    ["nothing", "", [[""]]],
    [
      "blanks within",
      "\t2\r\n\t\r\n",
      [
        ["", "2"],
        ["", ""],
      ],
    ],
    ["a line end in a cell", '"Total\nrevenues"\t1\r\n', [["Total\nrevenues", "1"]]],
    ["a tab in a cell", '"a\tb"\t1', [["a\tb", "1"]]],
    ["doubled quotes", '"say ""so"""\t1', [['say "so"', "1"]]],
    ["Excel leaves inches as they are", '5" disk\t1', [['5" disk', "1"]]],
    ["a quote that is never closed", '"open\t1\n2', [['"open', "1"], ["2"]]],
    ["a quote closed in the middle", '"a"b\t1', [['"a"b', "1"]]],
    ["rows of different lengths", "1\n2\t3\n", [["1"], ["2", "3"]]],
  ])("%s", (_what, text, table) => expect(parseTable(text)).toEqual(table));
});

test("a table of any texts comes back from its text as it was", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', "\t", "\n", "\r", "a", "1", " ") }),
    fc.string({ unit: "binary" }),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(table, (rows) => {
      expect(parseTable(formatTable(rows))).toEqual(rows);
    }),
    { numRuns: 2000 },
  );
});

test("four megabytes of quotes are read in time that grows with their number alone", () => {
  for (const part of ['"', '"\t', '"a\t', '""\t"x', '"a""\n', "\t", "\r\n"]) {
    const started = performance.now();
    parseTable(part.repeat(Math.ceil(4_000_000 / part.length)));
    expect(performance.now() - started, part).toBeLessThan(3000);
  }
});
