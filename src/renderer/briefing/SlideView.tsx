import { memo, useId, useRef, type ReactNode } from "react";
import type { Paper } from "#contract/host.ts";
import { BRIEFING_PAGES } from "#core/pages/briefing.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { companyName, periodOf } from "../state/window-state.ts";
import { dayText } from "../making/day-text.ts";
import { SlideChart } from "./SlideChart.tsx";
import { SlideDocument } from "./SlideDocument.tsx";
import { SlideGroup } from "./SlideGroup.tsx";
import { SlideMissing } from "./SlideMissing.tsx";
import { SlideTable } from "./SlideTable.tsx";
import { SlideComments, SlideEvents, SlideHeadlines, SlideOverview } from "./SlideTexts.tsx";
import { EnterButton } from "./WaysOn.tsx";
import type { Slide, SlideBlock } from "./slide-model.ts";
import { useFit } from "./use-fit.ts";

const isDrawn = (block: SlideBlock): boolean => block.kind === "chart" && block.plot !== null;

interface SlideProps {
  readonly of: Slide;
  readonly paper: Paper;
  /** The day the briefing is made, as it is read. */
  readonly date: string;
  /** The place of the slide's first picture among those of the briefing. */
  readonly firstChart: number;
  readonly onDrawn: (chart: number) => void;
}

/** One page of the briefing, as it is printed. */
export const SlideView = memo(function SlideView({ of: slide, paper, date, firstChart, onDrawn }: SlideProps) {
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const { briefing: words } = useWords();
  const { number, title, range, rows, footnotes, absent, missing } = slide;
  useFit(content, slide, paper, slide.isFull ? 1 : Number.POSITIVE_INFINITY);
  let chart = firstChart;
  const blockOf = (block: SlideBlock): ReactNode => {
    switch (block.kind) {
      case "chart": {
        const place = chart++;
        return <SlideChart key={block.key} of={block} place={place} onDrawn={onDrawn} />;
      }
      case "table":
        return <SlideTable key={`${block.table.key} ${block.table.title}`} of={block} />;
      case "headlines":
        return <SlideHeadlines key={block.title} of={block} />;
      case "events":
        return <SlideEvents key="events" of={block} />;
      case "overview":
        return <SlideOverview key={block.title} of={block} />;
      case "comments":
        return <SlideComments key="comments" of={block} />;
      case "group":
        return <SlideGroup key="group" of={block.affiliates} />;
      case "document":
        return <SlideDocument key="document" of={block} date={date} />;
    }
  };
  return (
    <article className="briefing-slide white-paper" data-page={slide.kind} aria-labelledby={id}>
      <header className="slide-header">
        <h2 id={id}>{title}</h2>
        <p>{range}</p>
      </header>
      <div className="slide-body">
        <div ref={content} className="slide-content">
          {absent !== "" && (
            <p className="slide-absent">
              {absent} <EnterButton page={slide.page} />
            </p>
          )}
          {rows.map((row, at) => (
            <div key={at} className="slide-row" data-holds={row.some(isDrawn) ? "chart" : ""}>
              {row.map(blockOf)}
            </div>
          ))}
          {footnotes.length > 0 && (
            <ul className="slide-footnotes">
              {footnotes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          <SlideMissing of={missing} />
        </div>
      </div>
      <Foot slide={slide} date={date}>
        {words.pageOf(number, BRIEFING_PAGES.length)}
      </Foot>
    </article>
  );
});

function Foot({ slide, date, children }: { readonly slide: Slide; readonly date: string; readonly children: string }) {
  const { bar, making } = useWords();
  const state = useWindowState((now) => now);
  const { asOf, scope, settings } = state;
  return (
    <footer className="slide-footer">
      <p>
        <strong>{companyName(state)}</strong>
        <span>{bar.scopes[scope]}</span>
        <span>{periodOf(state, pageSpanIn(state))}</span>
        {asOf !== null && <span>{making.asOf.shown(dayText(asOf, settings.language))}</span>}
      </p>
      <p className="slide-source">{slide.source}</p>
      <p>
        <span>{date}</span>
        <strong>{children}</strong>
      </p>
    </footer>
  );
}
