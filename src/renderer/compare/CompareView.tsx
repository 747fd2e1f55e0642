import { useEffect, useRef, type KeyboardEvent } from "react";
import { figureAfter } from "../pages/page-keys.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit } from "../state/window-state.ts";
import { checkComparedLater } from "./check-compared.ts";
import { comparedCompaniesIn, compareViewIn } from "./compare-choice.ts";
import { CompareChart } from "./CompareChart.tsx";
import { CompareHeader } from "./CompareHeader.tsx";
import { comparedTableIn } from "./compare-model.ts";
import { CompareTable } from "./CompareTable.tsx";
import "../pages/pages.css";
import "../pages/page-table.css";
import "./compare.css";

/** Companies of the book side by side; each figure is a button that has it explained at the right. */
export function CompareView() {
  const { bar } = useWords();
  const { store } = useBookWindow();
  const isAlone = useWindowState((state) => comparedCompaniesIn(state).length < 2);
  useEffect(() => checkComparedLater(store), [store]);
  return (
    <section className="page-view compare-view" aria-label={bar.views.compare}>
      {isAlone ? (
        <Alone />
      ) : (
        <>
          <CompareHeader />
          <Compared />
        </>
      )}
    </section>
  );
}

function Alone() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const mayEdit = useWindowState(canEdit);
  const button = useRef<HTMLButtonElement>(null);
  const destination = useWindowState((state) => state.pageDestination);
  useEffect(() => {
    if (destination !== null) button.current?.focus();
  }, [destination]);
  return (
    <div className="compare-alone">
      <h2>{words.emptyTitle}</h2>
      <p>{words.emptyText}</p>
      {mayEdit && (
        <button
          ref={button}
          type="button"
          className="text-button main-button"
          onClick={() => actions.show({ kind: "company", company: null })}
        >
          {words.add}
        </button>
      )}
    </div>
  );
}

function Compared() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const body = useRef<HTMLDivElement>(null);
  const table = useWindowState(comparedTableIn);
  const { layout } = useWindowState(compareViewIn);
  const destination = useWindowState((state) => state.pageDestination);
  useEffect(() => {
    if (destination === null) return;
    const figure = body.current?.querySelector<HTMLElement>('.page-figure[tabindex="0"]');
    figure?.focus();
    figure?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [destination]);

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
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  return (
    <div
      ref={body}
      className="page-body"
      onFocus={({ target }) => choose(target)}
      onClick={({ target }) => choose(target)}
      onDoubleClick={({ target }) => {
        if (figureOf(target) !== null) actions.showComparedInResults();
      }}
      onKeyDown={onKeyDown}
    >
      {table.rows.length === 0 ? (
        <p className="page-empty">{words.noLines}</p>
      ) : (
        <>
          {layout === "periods" && <CompareChart />}
          <CompareTable of={table} />
          {table.remarks.length > 0 && (
            <ul className="compare-remarks">
              {table.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
