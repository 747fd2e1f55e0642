import { useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from "react";
import type { Line } from "#core/book.ts";
import { planUseLines } from "#core/line-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { companyName } from "../state/window-state.ts";
import { FormDialog } from "./FormDialog.tsx";
import { changeLines } from "./line-actions.ts";
import {
  choosingOf,
  chosenIn,
  listedIn,
  matches,
  movedBeside,
  movedBy,
  toggled,
  type ListedLine,
} from "./company-list.ts";

/** Which of the book's lines a company uses, and in what order. */
export function CompanyLinesDialog() {
  const { store, actions } = useBookWindow();
  const words = useWords();
  const { company: said } = words.lines;
  const state = useWindowState((now) => now);
  const book = state.edited.shown;
  const language = state.settings.language;
  const [choosing, setChoosing] = useState(() => choosingOf(store.getState().edited.shown, state.company));
  const [search, setSearch] = useState("");
  const [dragged, setDragged] = useState<string | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const labelOf = (line: Line): string =>
    language === "ja" ? line.labelJa || line.labelEn : line.labelEn || line.labelJa;
  const list = listedIn(choosing);
  const shown = list.filter(({ line }) => matches(line, search));
  const used = list.filter(({ isUsed }) => isUsed);
  const withFigures = useMemo(
    () => new Set(book.facts.flatMap((fact) => (fact.company === state.company ? [fact.line] : []))),
    [book.facts, state.company],
  );
  const losing = list.filter(({ line, isUsed }) => !isUsed && isUsedNow(line.id) && withFigures.has(line.id)).length;
  const plan = planUseLines(book, state.company, chosenIn(choosing));

  function isUsedNow(line: string): boolean {
    return book.companyLines.some((use) => use.company === state.company && use.line === line);
  }

  const onKeyDown = (event: KeyboardEvent, line: string): void => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (step === null) return;
    event.preventDefault();
    if (event.altKey) {
      setChoosing((before) => movedBy(before, line, step));
      return;
    }
    const boxes = [...(rows.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    boxes[boxes.findIndex((box) => box === event.currentTarget) + step]?.focus();
  };

  const row = ({ line, depth, isUsed }: ListedLine) => (
    <li
      key={line.id}
      draggable={search === ""}
      className="company-line"
      data-dragged={dragged === line.id}
      data-depth={depth}
      onDragStart={(event: DragEvent) => {
        event.dataTransfer.effectAllowed = "move";
        setDragged(line.id);
      }}
      onDragEnd={() => setDragged(null)}
      onDragOver={(event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const side = event.clientY < top + height / 2 ? "above" : "below";
        setChoosing((before) => movedBeside(before, dragged, line.id, side));
      }}
      onDrop={(event: DragEvent) => event.preventDefault()}
    >
      <label>
        <input
          type="checkbox"
          checked={isUsed}
          onChange={() => setChoosing((before) => toggled(before, line.id))}
          onKeyDown={(event) => onKeyDown(event, line.id)}
        />
        <span>{labelOf(line)}</span>
        <code>{line.id}</code>
      </label>
    </li>
  );

  return (
    <FormDialog
      title={said.title(companyName(state))}
      className="company-lines"
      submit={said.save}
      canSubmit={plan !== null}
      onSubmit={() => {
        actions.closeDialog();
        void changeLines(actions, plan);
      }}
      footer={<span>{said.keys}</span>}
    >
      <div className="company-lines-head">
        <input
          type="search"
          aria-label={said.search}
          placeholder={said.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <span role="status">{said.uses(used.length, list.length)}</span>
      </div>
      <div ref={rows} className="company-lines-list" role="group" aria-label={said.list}>
        {book.sections
          .toSorted((a, b) => a.position - b.position)
          .map((section) => ({ section, lines: shown.filter(({ line }) => line.section === section.id) }))
          .filter(({ lines }) => lines.length > 0)
          .map(({ section, lines }) => (
            <section key={section.id}>
              <h3>{language === "ja" ? section.labelJa : section.labelEn}</h3>
              <ul>{lines.map(row)}</ul>
            </section>
          ))}
        {shown.length === 0 && <p>{said.none}</p>}
      </div>
      <p className="field-problem" aria-live="polite">
        {losing > 0 ? said.keeps(losing) : ""}
      </p>
    </FormDialog>
  );
}
