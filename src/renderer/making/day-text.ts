/** Dates of publication and of events, as a person reads them. */
import type { Language } from "#core/book.ts";
import type { WindowState } from "../state/window-state.ts";

/** `11 April 2005`, `2005年4月11日`; of a month alone `May 2006`, `2006年5月`. Text that is no date stays as it is. */
export function dayText(date: string, language: Language): string {
  const read = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date);
  if (read === null) return date;
  const at = new Date(Date.UTC(Number(read[1]), Number(read[2]) - 1, Number(read[3] ?? 1)));
  if (Number.isNaN(at.getTime())) return date;
  return (read[3] === undefined ? MONTHS : DAYS)[language].format(at);
}

/** Words for a state of things: as of the day that is shown, or of the book as it stands. */
export const asOfDay = (
  { asOf, settings }: Pick<WindowState, "asOf" | "settings">,
  then: (day: string) => string,
  now: string,
): string => (asOf === null ? now : then(dayText(asOf, settings.language)));

/** Made once: making one takes longer than writing a hundred dates with it. */
const formatOf = (locale: string, more: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC", ...more });

const DAYS = { en: formatOf("en-GB", { day: "numeric" }), ja: formatOf("ja", { day: "numeric" }) };
const MONTHS = { en: formatOf("en-GB", {}), ja: formatOf("ja", {}) };
