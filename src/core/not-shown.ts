/**
 * The quick fix for a sum whose printed members do not add up: a line for what the page does not
 * show. It becomes a member of the sum and is then implied wherever the others are printed.
 */
import type { Book, CompanyLine, Line } from "#core/book.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import { formulasOf } from "#core/figures/formulas.ts";

/** The id of a sum's line for what is not shown. */
const idOf = (total: string): string => `${total}_not_shown`;

/**
 * The changes that add a "not shown" line to a sum, after its last member, for every company that
 * uses the sum. Null where the line's formula is no plain sum, or has such a line already.
 * @throws RangeError for a line the book does not have.
 */
export function planNotShownLine(
  book: Book,
  total: string,
): { readonly changes: readonly RowChange[]; readonly deed: Deed } | null {
  const { lines, identities } = formulasOf(book.lines);
  const line = lines.get(total);
  if (line === undefined) throw new RangeError(`the book has no line ${total}`);
  const identity = identities.get(total);
  const id = idOf(total);
  if (identity === undefined || line.formula === null || lines.has(id)) return null;
  const after = Math.max(...identity.members.map((member) => lines.get(member.line)?.position ?? line.position));
  const added: Line = {
    ...line,
    id,
    labelEn: `${line.labelEn}: not shown`,
    labelJa: `${line.labelJa}：非表示の項目`,
    parent: total,
    formula: null,
    note: "",
    position: after + 1,
  };
  const moved = book.lines.filter(({ position }) => position > after);
  const uses = book.companyLines.filter((use) => use.line === total);
  const changes: RowChange[] = [
    ...moved.map((row): RowChange => ({ in: "lines", before: row, after: { ...row, position: row.position + 1 } })),
    { in: "lines", before: null, after: added },
    ...uses.flatMap((use) =>
      placed(
        book,
        use,
        identity.members.map((member) => member.line),
        id,
      ),
    ),
  ];
  return { changes: withFormula(changes, line, id), deed: { kind: "lines", count: 1, line: id } };
}

/** The total's own row may have moved too: it changes once. */
function withFormula(changes: readonly RowChange[], line: Line, id: string): RowChange[] {
  const formula = `${line.formula ?? ""} + ${id}`;
  const index = changes.findIndex((change) => change.in === "lines" && change.before?.id === line.id);
  const own = changes[index];
  const moved = own?.in === "lines" && own.after !== null ? own.after : line;
  const changed: RowChange = { in: "lines", before: line, after: { ...moved, formula } };
  return [...changes.filter((_, at) => at !== index), changed];
}

/** A company's own order: the new line comes after the last member it uses, and what follows makes room. */
function placed(book: Book, use: CompanyLine, members: readonly string[], id: string): RowChange[] {
  const own = book.companyLines.filter(({ company }) => company === use.company);
  const used = own.filter(({ line }) => members.includes(line)).map(({ position }) => position);
  const after = used.length === 0 ? use.position : Math.max(...used);
  const added: CompanyLine = { company: use.company, line: id, position: after + 1, labelEn: null, labelJa: null };
  const moved = own.filter(({ position }) => position > after);
  return [
    ...moved.map((row): RowChange => ({
      in: "companyLines",
      before: row,
      after: { ...row, position: row.position + 1 },
    })),
    { in: "companyLines", before: null, after: added },
  ];
}
