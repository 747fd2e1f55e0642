import { useEffect, useState } from "react";
import type { openFormulaEditor } from "./formula-editor.ts";

type Open = typeof openFormulaEditor;

let loading: Promise<Open> | null = null;

/** The editor, once it is loaded: asked for when the bar is first drawn, so that it is there before anybody types. */
export function useFormulaEditor(): Open | null {
  const [loaded, setLoaded] = useState<{ readonly open: Open } | null>(null);
  useEffect(() => {
    let isHere = true;
    loading ??= import("./formula-editor.ts").then(({ openFormulaEditor: open }) => open);
    void loading.then((open) => {
      if (isHere) setLoaded({ open });
    });
    return () => {
      isHere = false;
    };
  }, []);
  return loaded?.open ?? null;
}
