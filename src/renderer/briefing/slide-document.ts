/** The first page of a briefing: what it is made from, and how it is to be read. */
import type { BriefingPart } from "#core/pages/briefing.ts";
import { linesOf } from "#core/pages/page-lines.ts";
import { dayText } from "../making/day-text.ts";
import { shownUnitLabel } from "../state/figure-text.ts";
import { companyName, periodOf, wordsOf } from "../state/window-state.ts";
import type { DocumentBlock } from "./slide-model.ts";
import { periodsText, type SlideMaking } from "./slide-making.ts";

export function documentBlock(
  making: SlideMaking,
  { restated, sources }: Extract<BriefingPart, { kind: "document" }>,
): DocumentBlock {
  const { state, book, writing } = making;
  const { briefing, bar, making: makingWords, explain } = wordsOf(state);
  const { document: words, between } = briefing;
  const { language } = state.settings;
  const scope = bar.scopes[state.scope].toLowerCase();
  const { base } = linesOf(book, state.company);
  const lines = restated.map(({ line, spans }) =>
    words.restatedLine(writing.label(line), spans.map((span) => periodOf(state, span)).join(between)),
  );
  return {
    kind: "document",
    about: [
      words.made(companyName(state), periodsText(making), scope),
      state.asOf === null ? words.asKnown : words.asOf(dayText(state.asOf, language)),
      lines.length === 0 ? words.notRestated : words.restated(briefing.and(lines)),
    ],
    rounding: [words.amounts(base === null ? "" : shownUnitLabel(state, base.line)), words.percentages, words.growth],
    sources: sources.map(({ id, title, kind, published, rounding }) => ({
      key: id,
      title: kind === "hand" ? explain.byHand : title,
      kind: makingWords.source.kinds[kind],
      published: published === null ? explain.undated : dayText(published, language),
      rounding: makingWords.source.roundings[rounding],
    })),
  };
}
