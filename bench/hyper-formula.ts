/** HyperFormula on the same cells: a sheet with a column per quarter. For measuring alone; it ships with nothing. */
import { HyperFormula } from "hyperformula";
import type { Contender } from "./contender.ts";
import { EDITED } from "./contender.ts";
import type { Size } from "./model.ts";
import { GROUP, amountAt } from "./model.ts";

/** The sheet's name of a column, counted from 0. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnName(rest) : "") + String.fromCharCode(65 + (column % 26));
}

type Content = number | string | null;

export function hyperFormulaOf(size: Size): Contender {
  const { inputs, quarters } = size;
  const groups = Math.ceil(inputs / GROUP);
  // Rows: inputs, subtotals, then six for every input.
  const kinds = ["share", "yoy", "qoq", "ttm", "half", "year"] as const;
  const rowOf = (kind: (typeof kinds)[number], input: number): number =>
    inputs + groups + kinds.indexOf(kind) * inputs + input;
  const cell = (row: number, quarter: number): string => `${columnName(quarter)}${row + 1}`;

  function sheet(): Content[][] {
    const rows: Content[][] = [];
    const add = (make: (quarter: number) => Content): void =>
      void rows.push(Array.from({ length: quarters }, (_, quarter) => make(quarter)));
    for (let input = 0; input < inputs; input += 1) add((quarter) => amountAt(input, quarter));
    for (let group = 0; group < groups; group += 1) {
      const [first, last] = [group * GROUP, Math.min((group + 1) * GROUP, inputs) - 1];
      add((quarter) => `=SUM(${cell(first, quarter)}:${cell(last, quarter)})`);
    }
    const sumBack = (input: number, quarter: number, length: number): string =>
      `=SUM(${cell(input, quarter - length + 1)}:${cell(input, quarter)})`;
    for (let input = 0; input < inputs; input += 1)
      add((quarter) => `=${cell(input, quarter)}/${cell(inputs, quarter)}`);
    for (let input = 0; input < inputs; input += 1)
      add((quarter) => (quarter < 4 ? null : `=${cell(input, quarter)}/${cell(input, quarter - 4)}-1`));
    for (let input = 0; input < inputs; input += 1)
      add((quarter) => (quarter < 1 ? null : `=${cell(input, quarter)}/${cell(input, quarter - 1)}-1`));
    for (let input = 0; input < inputs; input += 1) add((quarter) => (quarter < 3 ? null : sumBack(input, quarter, 4)));
    for (let input = 0; input < inputs; input += 1)
      add((quarter) => (quarter % 2 === 0 ? null : sumBack(input, quarter, 2)));
    for (let input = 0; input < inputs; input += 1)
      add((quarter) => (quarter % 4 < 3 ? null : sumBack(input, quarter, 4)));
    return rows;
  }

  const make = (): HyperFormula => HyperFormula.buildFromArray(sheet(), { licenseKey: "gpl-v3" });

  function total(engine: HyperFormula): number {
    let sum = 0;
    for (const row of engine.getSheetValues(0).slice(inputs))
      for (const value of row) if (typeof value === "number") sum += value;
    return sum;
  }

  function dependents(engine: HyperFormula): number {
    const { input } = EDITED;
    const at = EDITED.quarter(size);
    let sum = 0;
    const add = (row: number, quarter: number): void => {
      const value = quarter < quarters ? engine.getCellValue({ sheet: 0, row, col: quarter }) : null;
      if (typeof value === "number") sum += value;
    };
    add(inputs + Math.floor(input / GROUP), at);
    add(rowOf("share", input), at);
    for (const later of [0, 4]) add(rowOf("yoy", input), at + later);
    for (const later of [0, 1]) add(rowOf("qoq", input), at + later);
    for (const later of [0, 1, 2, 3]) add(rowOf("ttm", input), at + later);
    add(rowOf("half", input), at - (at % 2) + 1);
    add(rowOf("year", input), at - (at % 4) + 3);
    return sum;
  }

  const engine = make();
  return {
    name: "hyperformula",
    load: () => {
      const fresh = make();
      const sum = total(fresh);
      fresh.destroy();
      return sum;
    },
    recalculate: () => {
      engine.rebuildAndRecalculate();
      return total(engine);
    },
    edit: (value) => {
      const address = { sheet: 0, row: EDITED.input, col: EDITED.quarter(size) };
      engine.setCellContents(address, value);
      const sum = dependents(engine);
      engine.setCellContents(address, amountAt(EDITED.input, EDITED.quarter(size)));
      return sum;
    },
  };
}
