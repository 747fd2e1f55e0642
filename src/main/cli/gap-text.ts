/** Gaps in the terminal's words. */
import type { Book, Company } from "#core/book.ts";
import { describeGap } from "#core/gap-words.ts";
import type { Gap } from "#core/gaps.ts";
import { formatFigure } from "#core/format-amount.ts";
import { formatPeriod } from "#core/period-labels.ts";

export const gapText = (gap: Gap, book: Book, company: Company): string =>
  describeGap(
    gap,
    "en",
    ({ line, span }) => `${book.lines.find(({ id }) => id === line)?.labelEn ?? line} ${formatPeriod(span, company)}`,
    ({ value, decimals }) => formatFigure(value, { unit: "", decimals, negatives: "minus" }),
  );
