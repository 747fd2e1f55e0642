import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import type { Paper } from "#contract/host.ts";
import { ScopeChoice } from "../bar/TopBar.tsx";
import { Segmented } from "../bar/Segmented.tsx";
import { areStale } from "../checks/findings.ts";
import { PRINT_KEY } from "../commands/briefing-commands.ts";
import { keyText } from "../commands/keys.ts";
import { dayText } from "../making/day-text.ts";
import { Kinds, Period } from "../pages/PageHeader.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { useSize } from "../trends/use-picture.ts";
import { PAPERS } from "./briefing-look.ts";
import type { Slide } from "./slide-model.ts";
import { SlideView } from "./SlideView.tsx";
import { slidesIn } from "./slides-in-view.ts";
import { OpenButton } from "./WaysOn.tsx";
import "../pages/pages.css";
import "../pages/page-table.css";
import "../sources/sources.css";
import "./briefing.css";
import "./slide.css";
import "./slide-table.css";
import "./slide-parts.css";
import "./print.css";

/** A results presentation made from the book: fourteen slides, to be looked through and handed on. */
export function BriefingView() {
  const { actions } = useBookWindow();
  const { briefing: words } = useWords();
  const desk = useRef<HTMLDivElement>(null);
  const slides = useWindowState(slidesIn);
  const { paper, printRequest } = useWindowState(({ briefing }) => briefing);
  const isWaiting = useWindowState(areStale);
  const destination = useWindowState((state) => state.pageDestination);
  const date = useToday();
  const firstCharts = useMemo(() => firstChartsOf(slides), [slides]);
  const [drawn, onDrawn] = useDrawn();
  const isReady = !isWaiting && chartPlaces(slides).every((place) => drawn.has(place));

  useEffect(() => {
    if (destination !== null) desk.current?.focus();
  }, [destination]);

  useEffect(() => {
    if (printRequest !== null && isReady) actions.handOnBriefing();
  }, [printRequest, isReady, actions]);

  return (
    <section className="briefing" aria-label={words.label} aria-busy={!isReady}>
      <BriefingHeader isPrinting={printRequest !== null} />
      <div className="briefing-panes">
        <Outline slides={slides} onChoose={(number) => showSlide(desk.current, number)} />
        <Desk of={desk} paper={paper}>
          {slides.map((slide, at) => (
            <li key={slide.kind} className="briefing-place">
              <div className="briefing-place-bar">
                <span>{words.pageOf(slide.number, slides.length)}</span>
                <OpenButton page={slide.page} />
              </div>
              <div className="briefing-slot">
                <SlideView of={slide} paper={paper} date={date} firstChart={firstCharts[at] ?? 0} onDrawn={onDrawn} />
              </div>
            </li>
          ))}
        </Desk>
      </div>
    </section>
  );
}

function BriefingHeader({ isPrinting }: { readonly isPrinting: boolean }) {
  const { actions } = useBookWindow();
  const { briefing: words } = useWords();
  const paper = useWindowState(({ briefing }) => briefing.paper);
  return (
    <header className="page-header">
      <Kinds />
      <Period />
      <ScopeChoice />
      <Segmented
        label={words.paper}
        choices={words.papers}
        hints={words.paperHints}
        chosen={paper}
        onChoose={(choice) => {
          const chosen = PAPERS.find((each) => each === choice);
          if (chosen !== undefined) actions.choosePaper(chosen);
        }}
      />
      <button
        type="button"
        className="text-button main-button briefing-print"
        title={words.printHint(keyText(PRINT_KEY))}
        disabled={isPrinting}
        onClick={actions.printBriefing}
      >
        {isPrinting ? words.printing : words.print}
      </button>
    </header>
  );
}

interface OutlineProps {
  readonly slides: readonly Slide[];
  readonly onChoose: (number: number) => void;
}

/** The pages by their names, and which of them are not whole. */
function Outline({ slides, onChoose }: OutlineProps) {
  const { briefing: words } = useWords();
  return (
    <nav className="briefing-outline" aria-label={words.outline}>
      <ol>
        {slides.map(({ kind, number, missing, absent, title }) => (
          <li key={kind}>
            <button type="button" className="sidebar-item" title={title} onClick={() => onChoose(number)}>
              <span className="briefing-number">{number}</span>
              <span>{words.short[kind]}</span>
              {missing.length > 0 && (
                <span className="briefing-incomplete" title={words.incomplete}>
                  <span className="for-reader">{words.incomplete}</span>
                </span>
              )}
              {missing.length === 0 && absent !== "" && <span className="briefing-empty" title={absent} />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The widths of the slides, and of the desk on either side of them, as in `briefing.css`. */
const SHEET_PX: Readonly<Record<Paper, number>> = { a4: 1122, wide: 1280 };
const DESK_PX = 20;

/** What the slides lie on: they are as wide as it has room for, and never larger than they are printed. */
function Desk({
  of: element,
  paper,
  children,
}: {
  readonly of: RefObject<HTMLDivElement | null>;
  readonly paper: Paper;
  readonly children: ReactNode;
}) {
  const { briefing: words } = useWords();
  const size = useSize(element);
  const room = Math.max(0, (size?.width ?? 0) - 2 * DESK_PX);
  const style: CSSProperties & Record<"--scale", number> = { "--scale": Math.min(1, room / SHEET_PX[paper]) };
  return (
    <div ref={element} className="briefing-desk" data-paper={paper} tabIndex={0} role="group" aria-label={words.desk}>
      <ol style={style}>{children}</ol>
    </div>
  );
}

const showSlide = (desk: HTMLElement | null, number: number): void =>
  desk?.querySelectorAll(".briefing-place")[number - 1]?.scrollIntoView({ block: "start" });

/** Every picture of the briefing has a place of its own, whether there is something to draw or not. */
function firstChartsOf(slides: readonly Slide[]): readonly number[] {
  let next = 0;
  return slides.map(({ rows }) => {
    const first = next;
    next += rows.flat().filter(({ kind }) => kind === "chart").length;
    return first;
  });
}

/** The places of the pictures that have something to draw. */
const chartPlaces = (slides: readonly Slide[]): readonly number[] =>
  slides
    .flatMap(({ rows }) => rows.flat().filter((block) => block.kind === "chart"))
    .flatMap(({ plot }, place) => (plot === null ? [] : [place]));

/** Which pictures have been drawn. */
function useDrawn(): readonly [ReadonlySet<number>, (place: number) => void] {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set());
  const onDrawn = useCallback(
    (place: number) => setDrawn((before) => (before.has(place) ? before : new Set([...before, place]))),
    [],
  );
  return [drawn, onDrawn];
}

/** The day, as it is read; of the moment of printing where that is another. */
function useToday(): string {
  const language = useWindowState(({ settings }) => settings.language);
  const [day, setDay] = useState(today);
  useEffect(() => {
    const read = (): void => flushSync(() => setDay(today()));
    window.addEventListener("beforeprint", read);
    return () => window.removeEventListener("beforeprint", read);
  }, []);
  return dayText(day, language);
}

/** By the clock on the wall, not in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
