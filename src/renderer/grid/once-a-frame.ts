/**
 * Puts off drawing until just before the next frame is painted, and draws once however often it was asked for.
 * What is read of the layout in between (a scroll offset, where the focus can go) then finds it as it was, and
 * the browser lays everything out once, not once for each change.
 */
export interface OnceAFrame {
  ask(): void;
  /** Nothing is drawn any more. */
  stop(): void;
}

export function onceAFrame(draw: () => void): OnceAFrame {
  let asked: number | null = null;
  return {
    ask() {
      asked ??= requestAnimationFrame(() => {
        asked = null;
        draw();
      });
    },
    stop() {
      if (asked !== null) cancelAnimationFrame(asked);
    },
  };
}
