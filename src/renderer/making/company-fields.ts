/** What stands in the fields of a company, and the example that shows how its years are named. */
import type { Company } from "#core/book.ts";
import { monthsOfYear, type CompanyDraft } from "#core/company-plans.ts";
import type { Month } from "#core/timeline.ts";
import { wordsOf, type WindowState } from "../state/window-state.ts";

/** A company as most here are: a March year-end, amounts in millions of yen. */
export const NEW_COMPANY: CompanyDraft = {
  nameEn: "",
  nameJa: "",
  yearEndMonth: 3,
  fyNamedBy: "start",
  currency: "JPY",
  scale: "million",
};

export const draftOf = ({ nameEn, nameJa, yearEndMonth, fyNamedBy, currency, scale }: Company): CompanyDraft => ({
  nameEn,
  nameJa,
  yearEndMonth,
  fyNamedBy,
  currency,
  scale,
});

/** Currencies that a field offers; any other three letters can be typed. */
export const CURRENCIES: readonly string[] = ["JPY", "USD", "EUR", "GBP", "CNY", "KRW", "TWD", "HKD", "SGD", "INR"];

/** `FY2006 is April 2006 – March 2007`. */
export function exampleText(state: WindowState, draft: CompanyDraft): string {
  const year = state.today.year;
  const { first, last } = monthsOfYear(year, draft);
  const text = monthText(state);
  return wordsOf(state).making.company.example(`FY${year}`, text(first), text(last));
}

const monthText =
  ({ settings }: WindowState) =>
  ({ year, month }: Month): string =>
    new Intl.DateTimeFormat(settings.language === "ja" ? "ja" : "en-GB", {
      year: "numeric",
      month: "long",
      timeZone: "UTC",
    }).format(new Date(Date.UTC(year, month - 1)));

/** The months by their names, as a choice of twelve. */
export const monthChoices = ({ settings }: WindowState): { readonly value: string; readonly text: string }[] =>
  Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    text: new Intl.DateTimeFormat(settings.language === "ja" ? "ja" : "en-GB", {
      month: "long",
      timeZone: "UTC",
    }).format(new Date(Date.UTC(2006, index))),
  }));
