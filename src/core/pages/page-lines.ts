/** Which lines a page shows, and what part a line plays: found in the company's own lines, their formulas and names. */
import type { Book, Page } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { LayoutRow } from "#core/layout.ts";
import { rowsOf } from "#core/layout.ts";
import { unitOf } from "#core/units.ts";

/** A line as a company shows it: with the company's own labels and its depth in the tree. */
export type ShownLine = Extract<LayoutRow, { kind: "line" }>;

/** What a line is to whoever reads accounts; the same words stand in disclosure rules. */
export type Role = "revenue" | "operating" | "ordinary" | "pretax" | "net" | "cash" | "securitiesGain";

export interface CompanyLines {
  /** In the company's order. */
  readonly all: readonly ShownLine[];
  readonly byId: ReadonlyMap<string, ShownLine>;
  /** Total revenues: the flow that most of the company's percentages divide by. Null where the company has no flow of money. */
  readonly base: ShownLine | null;
  /** The `%` line that is a line's share of the base; null where the book keeps none. */
  readonly shareLineOf: (line: string) => ShownLine | null;
  readonly role: (role: Role) => ShownLine | null;
  /** The lines shown under a line. */
  readonly childrenOf: (line: string) => readonly ShownLine[];
  /** The lines chosen for a page, in their chosen order; null where the company chose none. */
  readonly chosenFor: (page: Page) => readonly ShownLine[] | null;
}

/** Names of roles, as ids and labels have them. An id's words stand apart by `_`, read as spaces. */
const NAMES: Readonly<Record<Role, RegExp>> = {
  revenue: /^(total |net )?(revenues?|sales|turnover)\b|^売上高|^営業収益|^売上収益/i,
  operating: /^operating (income|profit|earnings)|^営業(利益|損益)/i,
  ordinary: /^ordinary (income|profit)|^経常(利益|損益)/i,
  pretax: /^pre-?tax (income|profit)|^(income|profit)\b.*\bbefore\b.*\btax|^税引前|^税金等調整前/i,
  net: /^net (income|profit|earnings)(?!.*per share)|^profit attributable|^(?!税引前|税金等|少数株主|非支配|.*株当).*純(利益|損益)/i,
  cash: /^cash\b|^現金/i,
  securitiesGain: /\bgains?\b.*\bsecurities|^afs gain|有価証券売却益/i,
};

const known = new WeakMap<
  Book["lines"],
  Map<string, { readonly uses: Book["companyLines"]; readonly found: CompanyLines }>
>();

/** The lines of a company; none for a company that uses none. */
export function linesOf(book: Book, company: string): CompanyLines {
  let companies = known.get(book.lines);
  if (companies === undefined) known.set(book.lines, (companies = new Map()));
  const present = companies.get(company);
  const found = present?.uses === book.companyLines ? present.found : readLines(book, company);
  companies.set(company, { uses: book.companyLines, found });
  return { ...found, chosenFor: (page) => chosen(book, company, page, found) };
}

function readLines(book: Book, company: string): CompanyLines {
  const all = rowsOf(book, company).filter((row) => row.kind === "line");
  const byId = new Map(all.map((row) => [row.id, row]));
  const { formulas } = formulasOf(book.lines);
  const quotients = all.flatMap((row) => {
    const quotient = row.line.unit === "%" ? quotientIn(formulas.get(row.id)) : null;
    return quotient === null ? [] : [{ row, ...quotient }];
  });
  const base = baseOf(all, byId, quotients);
  return {
    all,
    byId,
    base,
    shareLineOf: (line) => quotients.find(({ of, by }) => of === line && by === base?.id)?.row ?? null,
    role: (role) => (role === "revenue" ? base : (all.find((row) => plays(row, role)) ?? null)),
    childrenOf: (line) => all.filter((row) => row.line.parent === line),
    chosenFor: () => null,
  };
}

function chosen(book: Book, company: string, page: Page, { byId }: CompanyLines): readonly ShownLine[] | null {
  const rows = book.pageLines
    .filter((row) => row.company === company && row.page === page)
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ line }) => byId.get(line) ?? []);
  return rows.length === 0 ? null : rows;
}

/** The two lines of a formula that is one line over another. */
export function quotientIn(formula: Expression | undefined): { readonly of: string; readonly by: string } | null {
  if (formula?.kind !== "arithmetic" || formula.operator !== "/") return null;
  const { left, right } = formula;
  return left.kind === "line" && right.kind === "line" ? { of: left.id, by: right.id } : null;
}

/** Whether a line counts money, and adds up over time. */
export const isMoneyFlow = ({ line }: ShownLine): boolean => line.kind === "flow" && unitOf(line.unit).kind === "money";

export const isMoneyStock = ({ line }: ShownLine): boolean =>
  line.kind === "stock" && unitOf(line.unit).kind === "money";

function baseOf(
  all: readonly ShownLine[],
  byId: ReadonlyMap<string, ShownLine>,
  quotients: readonly { readonly by: string }[],
): ShownLine | null {
  const times = new Map<string, number>();
  for (const { by } of quotients) {
    const row = byId.get(by);
    if (row !== undefined && isMoneyFlow(row)) times.set(by, (times.get(by) ?? 0) + 1);
  }
  const most = Math.max(0, ...times.values());
  const divisor = all.find(({ id }) => times.get(id) === most);
  const flows = all.filter(isMoneyFlow);
  return divisor ?? flows.find((row) => plays(row, "revenue")) ?? flows.find(({ depth }) => depth === 0) ?? null;
}

/** Whether a line's id or one of its labels says that it plays a role. */
function plays(row: ShownLine, role: Role): boolean {
  const isRight = role === "cash" ? isMoneyStock(row) : isMoneyFlow(row);
  const { id, labelEn, labelJa } = row;
  return (
    isRight &&
    [id.replaceAll("_", " "), labelEn, labelJa, row.line.labelEn, row.line.labelJa].some((name) =>
      NAMES[role].test(name),
    )
  );
}
