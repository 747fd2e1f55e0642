/** The sample with labels that a page must never take for markup, a formatter for a template, a workbook for a formula. */
import { join } from "node:path";
import type { Book } from "#core/book.ts";
import { readSample } from "#handlers/sample.ts";
import { createBook } from "#store/create.ts";
import { ROOT } from "../hosts/host.ts";

export const HOSTILE = {
  company: "<img src=x onerror='window.attacked=1'> Inc.",
  revenue: "<svg onload='window.attacked=1'>Revenues</svg>",
  service: "{b|<b>Connectivity</b>} ${attacked} %s",
  margin: "=HYPERLINK('http://127.0.0.2/','margin')",
  section: "<script>window.attacked=1</script>Income",
  source: "<iframe src='javascript:window.attacked=1'></iframe>Deck",
} as const;

/** Writes the book and answers its path. */
export async function writeHostileBook(folder: string): Promise<string> {
  const path = join(folder, "hostile.kessan");
  const sample = await readSample(join(ROOT, "resources"));
  createBook({ path, book: relabelled(sample), dataFolder: join(folder, "elsewhere"), now: () => new Date() });
  return path;
}

function relabelled(book: Book): Book {
  const labels = new Map<string, string>([
    ["revenue", HOSTILE.revenue],
    ["connectivity_revenue", HOSTILE.service],
    ["gross_margin_ratio", HOSTILE.margin],
  ]);
  return {
    ...book,
    companies: book.companies.map((company) => ({ ...company, nameEn: HOSTILE.company })),
    lines: book.lines.map((line) => ({ ...line, labelEn: labels.get(line.id) ?? line.labelEn })),
    companyLines: book.companyLines.map((line) => ({ ...line, labelEn: labels.get(line.line) ?? line.labelEn })),
    sections: book.sections.map((section, index) => (index === 0 ? { ...section, labelEn: HOSTILE.section } : section)),
    sources: book.sources.map((source) => ({ ...source, title: HOSTILE.source })),
  };
}
