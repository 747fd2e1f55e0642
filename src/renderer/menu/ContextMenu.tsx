import { useLayoutEffect, useMemo, useRef, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { isOfferedIn, type Command } from "../commands/command.ts";
import { COMMANDS } from "../commands/commands.ts";
import { keyText } from "../commands/keys.ts";
import { useBookWindow, useWords } from "../state/book-window.ts";
import { itemsOf, type MENUS } from "./menu-items.ts";
import "./menu.css";

/** So much of the window's edge stays free. */
const MARGIN_PX = 6;

/**
 * What can be done here, as a menu at a point. The browser's own popover: it lies over everything, and a
 * click beside it closes it. It offers commands and nothing else, each with its key.
 */
export function ContextMenu({
  at,
  of,
}: {
  readonly at: { readonly x: number; readonly y: number };
  readonly of: keyof typeof MENUS;
}) {
  const { store, actions } = useBookWindow();
  const words = useWords();
  const menu = useRef<HTMLDivElement>(null);
  // As things are when it opens: it does not change under the pointer.
  const groups = useMemo(() => itemsOf(of, COMMANDS, (command) => isOfferedIn(command, store.getState())), [of, store]);

  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    const within = (start: number, size: number, whole: number): number =>
      Math.max(MARGIN_PX, Math.min(start, whole - size - MARGIN_PX));
    element.style.left = `${within(at.x, width, window.innerWidth)}px`;
    element.style.top = `${within(at.y, height, window.innerHeight)}px`;
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    return () => {
      // What was chosen may have put the focus elsewhere, such as into a dialog.
      const isHere = element.contains(document.activeElement) || document.activeElement === document.body;
      if (isHere && before instanceof HTMLElement) before.focus();
    };
  }, [at]);

  const choose = (command: Command): void => {
    // At once, so that the focus is back: a command may go by what has it.
    flushSync(actions.closeDialog);
    command.run(actions, store.getState());
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const now = items.findIndex((item) => item === document.activeElement);
    const last = items.length - 1;
    const typed =
      event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey ? event.key.toLowerCase() : null;
    const startsSo = (item: HTMLElement): boolean =>
      typed !== null && (item.textContent ?? "").trim().toLowerCase().startsWith(typed);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: now >= last ? 0 : now + 1,
      ArrowUp: now <= 0 ? last : now - 1,
      Home: 0,
      End: last,
    };
    const after = items.findIndex((item, index) => index > now && startsSo(item));
    const target = targets[event.key] ?? (after >= 0 ? after : items.findIndex(startsSo));
    if (event.key === "Escape" || event.key === "Tab") actions.closeDialog();
    else if (items[target] === undefined || event.key === " ") return;
    items[target]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      className="context-menu"
      aria-label={words.lines.menu}
      onKeyDown={onKeyDown}
      onToggle={({ newState }) => {
        if (newState === "closed") actions.closeDialog();
      }}
      onContextMenu={(event) => event.preventDefault()}
    >
      {groups.map((group) => (
        <div key={group[0]?.id} role="group" className="context-menu-group">
          {group.map((command) => (
            <button
              key={command.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="context-menu-item"
              onClick={() => choose(command)}
              onMouseMove={({ currentTarget }) => currentTarget.focus()}
            >
              <span>{command.name(words)}</span>
              {command.keys[0] !== undefined && <kbd aria-hidden="true">{keyText(command.keys[0])}</kbd>}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
