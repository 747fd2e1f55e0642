/**
 * Companies to be held against each other: a year that ends in March and one that ends in December, amounts in
 * millions and in thousands, yen and dollars. They share the lines that they measure in the same unit.
 */
import { join } from "node:path";
import { EMPTY_BOOK, homeOf, type Book, type Company, type Fact, type Line } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import { MONEY, planAddCompany, type CompanyDraft, type StartingSet } from "#core/company-plans.ts";
import { parsePeriod } from "#core/period-labels.ts";
import { shift } from "#core/timeline.ts";
import { createBook } from "#store/create.ts";

/** Writes the book and answers its path. */
export async function writePeersBook(folder: string): Promise<string> {
  const path = join(folder, "peers.kessan");
  createBook({ path, book: peersBook(), dataFolder: join(folder, "elsewhere"), now: () => new Date() });
  return path;
}

const line = (id: string, labelEn: string, labelJa: string, position: number, more: Partial<Line> = {}): Line => ({
  id,
  labelEn,
  labelJa,
  section: "income",
  parent: null,
  unit: MONEY,
  kind: "flow",
  formula: null,
  note: "",
  position,
  ...more,
});

const START: StartingSet = {
  sections: [{ id: "income", labelEn: "Income statement", labelJa: "損益計算書", position: 0 }],
  lines: [
    line("revenue", "Total revenues", "売上高", 0),
    line("operating_income", "Operating income", "営業利益", 1),
    line("operating_margin", "Operating margin", "営業利益率", 2, {
      unit: "%",
      kind: "ratio",
      formula: "operating_income / revenue",
    }),
    line("staff", "Employees", "従業員数", 3, { unit: "people", kind: "stock" }),
  ],
};

const draft = (nameEn: string, nameJa: string, more: Partial<CompanyDraft> = {}): CompanyDraft => ({
  nameEn,
  nameJa,
  yearEndMonth: 3,
  fyNamedBy: "start",
  currency: "JPY",
  scale: "million",
  ...more,
});

/** Each with its first quarter, and its figures from there on: revenues, operating income, and at last its employees. */
const TOLD: readonly {
  readonly company: CompanyDraft;
  readonly from: string;
  readonly revenue: readonly number[];
  readonly income: readonly number[];
  readonly staff: number | null;
}[] = [
  {
    company: draft("March Inc.", "三月株式会社"),
    from: "1Q05",
    revenue: [9880, 11_929, 12_010, 15_994, 12_437, 14_007],
    income: [247, 507, 420, 1237, 559, 811],
    staff: 1200,
  },
  {
    company: draft("December Inc.", "十二月株式会社", { yearEndMonth: 12, fyNamedBy: "end", scale: "thousand" }),
    from: "1Q05",
    revenue: [4_900_000, 5_100_000, 5_000_000, 5_600_000, 5_300_000, 5_500_000, 6_250_400],
    income: [-120_000, 310_000, 250_000, 505_000, 400_000, 420_500, 625_040],
    staff: null,
  },
  {
    company: draft("Dollar Corp.", "", { currency: "USD" }),
    from: "1Q05",
    revenue: [80, 82, 88, 91, 95, 100],
    income: [12, 11, 15, 17, 18, 20],
    staff: 310,
  },
];

function peersBook(): Book {
  let book: Book = { ...EMPTY_BOOK, sections: START.sections };
  for (const { company } of TOLD) {
    const isUncounted = company.scale === "thousand";
    const ofStart = START.lines.map(({ id }) => id).filter((id) => !(isUncounted && id === "staff"));
    book = applyChanges(book, planAddCompany(book, company, START, { ofBook: [], ofStart }).changes);
  }
  const companies = book.companies.toSorted((a, b) => a.position - b.position);
  return {
    ...book,
    sources: companies.map(({ id, nameEn }) => ({
      id: `report-${id}`,
      company: id,
      title: `Report of ${nameEn}`,
      kind: "report",
      published: "2006-11-02",
      rounding: "nearest",
    })),
    facts: companies.flatMap((company, index) => factsOf(book, company, index)),
  };
}

function factsOf(book: Book, company: Company, index: number): Fact[] {
  const told = TOLD[index];
  if (told === undefined) return [];
  const period = parsePeriod(told.from, company);
  if ("problem" in period) throw new RangeError(told.from);
  const own = book.companyLines
    .filter((use) => use.company === company.id)
    .flatMap((use) => book.lines.find(({ id }) => id === use.line) ?? []);
  const fact = (called: string, at: number, value: number): Fact[] => {
    const of = own.find(({ id }) => id.startsWith(called));
    if (of === undefined) return [];
    return [
      {
        company: company.id,
        scope: "consolidated",
        basis: "actual",
        line: of.id,
        span: homeOf(of, shift(period.span, at)),
        source: `report-${company.id}`,
        stated: { mantissa: value, decimals: 0 },
        restated: false,
        page: String(at + 1),
        asPrinted: value.toLocaleString("en-US"),
      },
    ];
  };
  return [
    ...told.revenue.flatMap((value, at) => fact("revenue", at, value)),
    ...told.income.flatMap((value, at) => fact("operating_income", at, value)),
    ...(told.staff === null ? [] : fact("staff", told.revenue.length - 1, told.staff)),
  ];
}
