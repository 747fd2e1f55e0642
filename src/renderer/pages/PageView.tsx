import { useEffect, useRef, type KeyboardEvent } from "react";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { Headlines } from "./Headlines.tsx";
import { MissingFigures } from "./MissingFigures.tsx";
import { PageHeader } from "./PageHeader.tsx";
import { figureAfter } from "./page-keys.ts";
import { pageIn } from "./page-in-window.ts";
import { PageTable } from "./PageTable.tsx";
import "./pages.css";

/** A page that tells of one period: its tables, each figure a button that has it explained at the right. */
export function PageView() {
  const { actions } = useBookWindow();
  const { bar } = useWords();
  const body = useRef<HTMLDivElement>(null);
  const view = useWindowState((state) => state.view);
  const page = useWindowState(pageIn);
  const isFirstRun = useWindowState(({ findings }) => findings === null);
  const destination = useWindowState((state) => state.pageDestination);

  useEffect(() => {
    if (destination === null) return;
    const figure = body.current?.querySelector<HTMLElement>('.page-figure[tabindex="0"]');
    figure?.focus();
  }, [destination]);

  if (page === null) return null;
  const { tables, missing, told } = page;

  const figureOf = (target: EventTarget): string | null =>
    target instanceof Element ? (target.closest<HTMLElement>(".page-figure")?.dataset["figure"] ?? null) : null;
  const choose = (target: EventTarget): void => {
    const key = figureOf(target);
    if (key !== null) actions.chooseFigure(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (!(event.target instanceof Element) || figureOf(event.target) === null) return;
    const next = figureAfter(event.key, event.target, event.currentTarget);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <section className="page-view" aria-label={bar.views[view]} aria-busy={isFirstRun}>
      <PageHeader />
      <div
        key={view}
        ref={body}
        className="page-body"
        onFocus={({ target }) => {
          choose(target);
          // The browser takes a figure under the labels for one in sight.
          if (figureOf(target) !== null) target.scrollIntoView({ block: "nearest", inline: "nearest" });
        }}
        onClick={({ target }) => choose(target)}
        onDoubleClick={({ target }) => {
          if (figureOf(target) !== null) actions.showInResults();
        }}
        onKeyDown={onKeyDown}
      >
        {view === "period" && <Headlines />}
        {told !== "" && <Told text={told} />}
        {tables.map((table) => (
          <PageTable key={table.key} of={table} />
        ))}
        <MissingFigures of={missing} />
      </div>
    </section>
  );
}

function Told({ text }: { readonly text: string }) {
  const { actions } = useBookWindow();
  const { pages } = useWords();
  const view = useWindowState((state) => state.view);
  return (
    <div className="page-empty">
      <p>{text}</p>
      {view !== "targets" && (
        <button type="button" className="text-button" onClick={() => actions.show({ kind: "lines" })}>
          {pages.chooseCompanyLines}
        </button>
      )}
    </div>
  );
}
