import type { LineEffect } from "#core/line-consequences.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { labelOf } from "../state/window-state.ts";
import { effectText } from "./consequence-words.ts";
import type { OutsideCounts } from "./outside-after.ts";

/** What a change brings besides what was asked for; nothing where there is nothing. */
export function Consequences({
  effects,
  outside,
}: {
  readonly effects: readonly LineEffect[];
  readonly outside: OutsideCounts | null;
}) {
  const words = useWords();
  const state = useWindowState((now) => now);
  const texts = effects.map((effect) => effectText(effect, (line) => labelOf(state, line), words));
  if (outside !== null && outside.before !== outside.after)
    texts.push(words.lines.effects.outside(outside.before, outside.after));
  if (texts.length === 0) return null;
  return (
    <section className="consequences" aria-live="polite">
      <h3>{words.lines.dialog.consequences}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
