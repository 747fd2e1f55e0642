/** What the panes of a cell and of a check have in common. */
import type { ReactNode } from "react";
import type { Scope } from "#core/book.ts";
import type { Verdict } from "#core/checks/check.ts";
import { BackIcon } from "../bar/Icons.tsx";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { FigureSample } from "../grid/FigureSample.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { ExplainedSource } from "./explanation.ts";
import { isWeakest, type ExplainedInput } from "./trace.ts";

/** Returns along the trail; there only where there is somewhere to return to. */
export function Back() {
  const { actions } = useBookWindow();
  const { explain } = useWords();
  const isSomewhere = useWindowState(({ trail }) => trail.length > 0);
  if (!isSomewhere) return null;
  return (
    <button type="button" className="text-button back-button" title={explain.backHint} onClick={actions.back}>
      <BackIcon />
      <span>{explain.back}</span>
    </button>
  );
}

export function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Cells that something rests on. One that the grid shows is a button that goes there. */
export function Inputs({
  title,
  inputs,
  scope,
}: {
  readonly title: string;
  readonly inputs: readonly ExplainedInput[];
  /** Where their cells are; the shown scope where it is left out. */
  readonly scope?: Scope;
}) {
  const { actions } = useBookWindow();
  const { explain } = useWords();
  if (inputs.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="explanation-inputs" aria-label={title}>
        {inputs.map((input) => {
          const { key, place, check, label, period } = input;
          const go =
            place !== null
              ? () => actions.follow(place, scope)
              : check === null
                ? null
                : () => actions.followCheck(check);
          return (
            <li key={`${key} ${input.sign}`}>
              {go === null ? (
                <div className="explanation-input">
                  <InputCells of={input} />
                </div>
              ) : (
                <button type="button" className="explanation-input" title={explain.goTo(label, period)} onClick={go}>
                  <InputCells of={input} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function InputCells({ of }: { readonly of: ExplainedInput }) {
  const { legend } = useWords();
  const { sign, label, period, months, value, route, restsOnImplied } = of;
  return (
    <>
      <span className="input-sign">{sign}</span>
      <span className="input-label">{label}</span>
      <span className="input-period" title={months}>
        {period}
      </span>
      <span className="input-value" data-gap={route === null} title={route === null ? undefined : legend.hints[route]}>
        <FigureSample text={value} route={route} rests={restsOnImplied} />
        {isWeakest(of) && <span className="for-reader"> {legend.routes.implied}</span>}
      </span>
    </>
  );
}

export function Source({ of }: { readonly of: ExplainedSource }) {
  const { explain: words } = useWords();
  return (
    <dl className="explanation-facts">
      <Row name={words.source}>{of.title}</Row>
      <Row name={words.published}>{of.published ?? words.undated}</Row>
      <Row name={words.page}>{of.page}</Row>
      <Row name={words.asPrinted}>{of.asPrinted}</Row>
      {of.isRestated && <dd className="explanation-restated">{words.restated}</dd>}
    </dl>
  );
}

export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const { checks } = useWords();
  return (
    <span className="verdict" data-verdict={verdict}>
      <VerdictMark verdict={verdict} />
      <span>{checks.verdicts[verdict]}</span>
    </span>
  );
}
