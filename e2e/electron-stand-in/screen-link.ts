/** The main process's end of the line, and what the test wanted of it. */
import { Link, type MainQuestions, type ScreenQuestions, type StandInWanted } from "./link.ts";

export const link = new Link<ScreenQuestions, MainQuestions>((message) => process.send?.(message));

process.on("message", (message) => link.receive(message));
// The test is gone, and with it the screen.
process.on("disconnect", () => process.exit(1));

/** Asks where nothing comes of the answer; a screen that is gone has nothing to show. */
export function tell(asking: Promise<unknown>): void {
  asking.catch((error: unknown) => {
    if (process.connected) throw error;
  });
}

export const wanted = JSON.parse(process.env["KESSAN_STAND_IN"] ?? "null") as StandInWanted;
// The app's own environment has no such thing.
delete process.env["KESSAN_STAND_IN"];
