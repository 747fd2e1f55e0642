import { useEffect, useRef, useState, type FormEvent } from "react";
import { LONGEST_CHART_TITLE } from "#core/charts/chart-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit } from "../state/window-state.ts";
import { chosenChart, isChanged, pictureOf, titleOf } from "./charts-in-view.ts";

/** What can be done with the chosen chart: keeping it, and handing on its picture. */
export function ChartToolbar() {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  const [naming, setNaming] = useState<"new" | "rename" | null>(null);
  const chart = chosenChart(state);
  const bar = useRef<HTMLDivElement>(null);
  const wasNaming = useRef(false);
  useEffect(() => {
    // The form has taken the focus away with it.
    if (wasNaming.current && naming === null) bar.current?.querySelector("button")?.focus();
    wasNaming.current = naming !== null;
  }, [naming]);
  if (chart === null) return null;
  const { saved } = chart;
  const isBlocked = !canEdit(state);
  const hasPicture = pictureOf(state, chart) !== null;
  const isDraft = isChanged(state, chart);
  if (naming !== null)
    return (
      <NameForm
        name={titleOf(state, chart)}
        onName={(name) => {
          if (naming === "new") actions.saveChartAs(name);
          else if (saved !== null) actions.renameChart(saved, name);
          setNaming(null);
        }}
        onLeave={() => setNaming(null)}
      />
    );
  return (
    <div ref={bar} className="chart-toolbar" role="group" aria-label={words.actions}>
      {saved !== null && isDraft && (
        <button type="button" className="text-button main-button" disabled={isBlocked} onClick={actions.saveChart}>
          {words.save}
        </button>
      )}
      <button
        type="button"
        className="text-button"
        disabled={isBlocked || !hasPicture}
        onClick={() => setNaming("new")}
      >
        {words.saveAs}
      </button>
      {isDraft && (
        <button type="button" className="text-button" onClick={actions.discardRedrawn}>
          {words.discard}
        </button>
      )}
      {saved !== null && (
        <>
          <button type="button" className="text-button" disabled={isBlocked} onClick={() => setNaming("rename")}>
            {words.rename}
          </button>
          <button
            type="button"
            className="text-button"
            disabled={isBlocked}
            onClick={() => actions.moveChart(saved, -1)}
          >
            {words.moveUp}
          </button>
          <button
            type="button"
            className="text-button"
            disabled={isBlocked}
            onClick={() => actions.moveChart(saved, 1)}
          >
            {words.moveDown}
          </button>
          <button type="button" className="text-button" disabled={isBlocked} onClick={() => actions.removeChart(saved)}>
            {words.remove}
          </button>
        </>
      )}
      <span className="chart-toolbar-space" />
      {hasPicture && <PictureButtons />}
    </div>
  );
}

function PictureButtons() {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  return (
    <>
      <button type="button" className="text-button" onClick={actions.copyPicture}>
        {words.copy}
      </button>
      <button type="button" className="text-button" title={words.pngHint} onClick={() => actions.savePicture("png")}>
        {words.png}
      </button>
      <button type="button" className="text-button" title={words.svgHint} onClick={() => actions.savePicture("svg")}>
        {words.svg}
      </button>
    </>
  );
}

interface NameFormProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onLeave: () => void;
}

function NameForm({ name, onName, onLeave }: NameFormProps) {
  const { trends: words } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(name);
  useEffect(() => input.current?.select(), []);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== "") onName(text);
  };
  return (
    <form className="chart-toolbar" onSubmit={onSubmit}>
      <input
        ref={input}
        type="text"
        className="chart-name"
        aria-label={words.name}
        placeholder={words.name}
        maxLength={LONGEST_CHART_TITLE}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onLeave();
        }}
      />
      <button type="submit" className="text-button main-button" disabled={text.trim() === ""}>
        {words.save}
      </button>
      <button type="button" className="text-button" onClick={onLeave}>
        {words.cancel}
      </button>
    </form>
  );
}
