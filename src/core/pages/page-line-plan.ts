/** What changes in the book when a company chooses the lines of one of its pages. */
import type { Book, Page, PageLine } from "#core/book.ts";
import type { RowChange } from "#core/changes.ts";
import type { LinePlan } from "#core/line-plans.ts";

/**
 * Has a page show these lines, in this order.
 * @param lines none: the page shows its usual lines again
 * @returns null where the page shows just these already
 */
export function planPageLines(book: Book, company: string, page: Page, lines: readonly string[]): LinePlan | null {
  const present = new Map(
    book.pageLines.filter((row) => row.company === company && row.page === page).map((row) => [row.line, row]),
  );
  const wanted = new Map([...new Set(lines)].map((line, position) => [line, position]));
  const gone = [...present.values()]
    .filter(({ line }) => !wanted.has(line))
    .map((before): RowChange => ({ in: "pageLines", before, after: null }));
  const put = [...wanted].flatMap(([line, position]): RowChange[] => {
    const before = present.get(line) ?? null;
    const after: PageLine = { company, page, line, position };
    return before?.position === position ? [] : [{ in: "pageLines", before, after }];
  });
  const changes = [...gone, ...put];
  return changes.length === 0 ? null : { changes, deed: { kind: "pages", count: changes.length } };
}
