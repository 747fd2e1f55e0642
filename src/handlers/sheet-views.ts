/** How the grid of each book stands, kept on this machine beside the books. */
import type { SheetView } from "#contract/questions.ts";
import { sheetForm } from "#handlers/arguments.ts";
import * as kept from "#store/settings.ts";

/** The view kept for the book at a path; null where none was kept or what was kept is not readable. */
export function readSheetView(dataFolder: string, path: string): SheetView | null {
  const read = sheetForm.safeParse(kept.readView(dataFolder, path));
  return read.success ? read.data : null;
}

/** @throws Fault when the data folder cannot be written. */
export function writeSheetView(dataFolder: string, path: string, view: SheetView): null {
  kept.writeView(dataFolder, path, view);
  return null;
}
