import { useState } from "react";
import { flushSync } from "react-dom";
import { ChoiceBox, type Choice } from "../palette/ChoiceBox.tsx";
import { FrontDialog } from "../palette/FrontDialog.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { goOptions, type GoOption } from "./go-options.ts";
import "../palette/palette.css";

/** One line to type a period into, a line, or both; what it would lead to is listed below. */
export function GoBox() {
  const { actions } = useBookWindow();
  const { find: words } = useWords();
  const state = useWindowState((now) => now);
  const [text, setText] = useState("");
  const { options, problem } = goOptions(state, text);

  const go = (option: GoOption | undefined): void => {
    if (option === undefined) return;
    // The focus goes to the cell, so nothing may take it back afterwards.
    flushSync(actions.closeDialog);
    actions.travel(option.place);
  };
  return (
    <FrontDialog label={words.goLabel} className="palette go-box">
      <ChoiceBox
        label={words.goLabel}
        placeholder={words.goPlaceholder}
        text={text}
        onText={setText}
        choices={options.map((option) => choiceOf(option, option.isNew ? words.opens : ""))}
        onChoose={(index) => go(options[index])}
        message={problem}
      />
      <p className="choice-hint">{words.goHint}</p>
    </FrontDialog>
  );
}

const choiceOf = ({ place, line, period, range }: GoOption, opens: string): Choice => ({
  key: `${place.line} ${place.span.start} ${place.span.length}`,
  isOffered: true,
  content: (
    <>
      <span className="choice-name">{line}</span>
      <span className="choice-period">{period}</span>
      <span className="choice-aside">{opens === "" ? range : `${range} · ${opens}`}</span>
    </>
  ),
});
