import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { execPath } from "node:process";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openBook } from "#store/open.ts";
import { verifyBook } from "#store/reading.ts";
import { makePlace, typedIn } from "./fixtures/place.ts";

/** A sample for every change; a release takes thousands. */
const ROUNDS = 20;
/** The longest a process lives after its first edit: long enough for several publishings. */
const LONGEST_LIFE_MS = 60;

test("a process that is killed while it edits loses nothing that it said was saved", { timeout: 30_000 }, async () => {
  const place = makePlace();
  onTestFinished(() => place.leave());
  const script = join(import.meta.dirname, "fixtures", "second-process.ts");
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writing = spawn(execPath, [script, "write", place.path, place.dataFolder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    writing.stdout.on("data", (bytes: Buffer) => (said += bytes.toString()));
    await once(writing.stdout, "data");
    const first = Number(said.split("\n")[0]);
    // It went on from no less than what was acknowledged; one more may have been kept unsaid.
    expect(first).toBeGreaterThan(acknowledged);
    expect(first).toBeLessThanOrEqual(acknowledged + 2);
    await setTimeout((round * LONGEST_LIFE_MS) / ROUNDS); // not a wait for anything: the moment of the kill
    writing.kill("SIGKILL");
    await once(writing, "close");
    acknowledged = Number(said.split("\n").at(-2));
    expect(verifyBook(place.path).findings).toEqual([]); // the old file or the new one, never a mix
  }
  const store = openBook(place.options);
  const kept = typedIn(store.reader.readBook()) ?? 0;
  expect(kept).toBeGreaterThanOrEqual(acknowledged);
  expect(kept).toBeGreaterThan(ROUNDS);
  for (let undone = 0; undone < kept; undone++) store.writer?.undo();
  expect(typedIn(store.reader.readBook())).toBe(0);
  expect(store.writer?.undo()).toBeNull();
  store.close();
  expect(place.privateFiles()).toEqual([]);
});
