/** Dates of publication and of events, as a person reads them. */
import type { Language } from "#core/book.ts";

/** `11 April 2005`, `2005年4月11日`; of a month alone `May 2006`, `2006年5月`. Text that is no date stays as it is. */
export function dayText(date: string, language: Language): string {
  const read = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(date);
  if (read === null) return date;
  const at = new Date(Date.UTC(Number(read[1]), Number(read[2]) - 1, Number(read[3] ?? 1)));
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(language === "ja" ? "ja" : "en-GB", {
    year: "numeric",
    month: "long",
    ...(read[3] === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
  }).format(at);
}
