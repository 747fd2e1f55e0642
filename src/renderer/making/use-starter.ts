import { useEffect, useState } from "react";
import type { StartingSet } from "#core/company-plans.ts";
import { useBookWindow } from "../state/book-window.ts";

/** The lines a company can start with; null until they are there. */
export function useStarter(): StartingSet | null {
  const { actions } = useBookWindow();
  const [starter, setStarter] = useState<StartingSet | null>(null);
  useEffect(() => {
    let isWanted = true;
    void actions.readStarter().then((set) => {
      if (isWanted) setStarter(set);
    });
    return () => {
      isWanted = false;
    };
  }, [actions]);
  return starter;
}
