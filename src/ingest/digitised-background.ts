/** What a digitised presentation tells besides figures: services introduced, the group, a company's overview. */
import type { Affiliate, Event, Particular, Printed } from "#core/book.ts";
import { parseAmount } from "#core/parse-amount.ts";
import { readRows, type RowProblem } from "#ingest/line-table.ts";

/** Three tables, each as CSV text with a heading row. */
export interface BackgroundTables {
  /** date, kind, title_en, title_ja, field_en, field_ja, text_en, text_ja */
  readonly services: string;
  /** id, holder, name_en, name_ja, share, kind */
  readonly group: string;
  /** affiliate (empty: the company), label_en, label_ja, text_en, text_ja */
  readonly overview: string;
}

export interface Background {
  readonly events: readonly Event[];
  readonly affiliates: readonly Affiliate[];
  readonly particulars: readonly Particular[];
  readonly problems: readonly RowProblem[];
}

const EVENT_KINDS: readonly Event["kind"][] = ["service", "group", "other"];
const AFFILIATE_KINDS: readonly Affiliate["kind"][] = ["consolidated", "equity-method", "other"];
const DAY = /^\d{4}-\d{2}(-\d{2})?$/u;

const numbered = (company: string, what: string, index: number): string =>
  `${company}-${what}-${String(index + 1).padStart(3, "0")}`;

/** The rows of the three tables, and those that could not be read. Never throws for what the tables say. */
export function readBackground(company: string, source: string, tables: BackgroundTables): Background {
  const events = readRows("services", tables.services, (row, index): Event | string => {
    const { date = "", title_en: titleEn = "", title_ja: titleJa = "" } = row;
    const kind = EVENT_KINDS.find((known) => known === row["kind"]);
    if (!DAY.test(date)) return `not a date: ${date}`;
    if (kind === undefined) return `unknown kind ${row["kind"]}`;
    if (titleEn === "" && titleJa === "") return "it has no title";
    return {
      id: numbered(company, "event", index),
      company,
      date,
      kind,
      titleEn,
      titleJa,
      fieldEn: row["field_en"] ?? "",
      fieldJa: row["field_ja"] ?? "",
      textEn: row["text_en"] ?? "",
      textJa: row["text_ja"] ?? "",
      source,
    };
  });
  const affiliates = readRows("group", tables.group, (row, position): Affiliate | string => {
    const { id = "", name_en: nameEn = "", name_ja: nameJa = "", holder = "" } = row;
    const kind = AFFILIATE_KINDS.find((known) => known === row["kind"]);
    const share = shareOf(row["share"] ?? "");
    if (id === "" || (nameEn === "" && nameJa === "")) return "it has no id or name";
    if (kind === undefined) return `unknown kind ${row["kind"]}`;
    if (share === undefined) return `not a share: ${row["share"]}`;
    return { id, company, nameEn, nameJa, holder: holder === "" ? null : holder, share, kind, position };
  });
  const known = new Set(affiliates.rows.map(({ id }) => id));
  const particulars = readRows("overview", tables.overview, (row, position): Particular | string => {
    const { affiliate = "" } = row;
    if (affiliate !== "" && !known.has(affiliate)) return `unknown affiliate ${affiliate}`;
    return {
      id: numbered(company, "particular", position),
      company,
      affiliate: affiliate === "" ? null : affiliate,
      labelEn: row["label_en"] ?? "",
      labelJa: row["label_ja"] ?? "",
      textEn: row["text_en"] ?? "",
      textJa: row["text_ja"] ?? "",
      position,
    };
  });
  return {
    events: events.rows,
    affiliates: affiliates.rows,
    particulars: particulars.rows,
    problems: [...events.problems, ...affiliates.problems, ...particulars.problems],
  };
}

/** A share in percent as printed: null where none is given, undefined where it cannot be read. */
function shareOf(text: string): Printed | null | undefined {
  if (text === "") return null;
  const read = parseAmount(text, "%", { origin: "printed" });
  return "stated" in read && read.stated !== "does-not-exist" ? read.stated : undefined;
}
