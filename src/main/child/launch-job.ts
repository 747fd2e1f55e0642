/** What every host has in common when it runs one job in one child: the limits, and the end of the child. */
import { Fault } from "#core/faults.ts";
import { connect, Refused } from "#rpc/connect.ts";
import { CONNECTION_LOST } from "#rpc/refusal.ts";
import type { Wire } from "#rpc/wire.ts";

/** What one job may use before it is killed. A good file of the largest size accepted (50 MB) stays well below. */
const JOB_SECONDS = 20;
/** For the heap; what lies outside it (bytes of buffers) the jobs bound themselves while they inflate. */
const JOB_HEAP_MB = 1_024;

/**
 * Node's switches for the child. Text from a file cannot become code, nor reach a prototype by its old name: no
 * parser here needs either. (SQLite's library does; no book is opened in this child.)
 */
export function childSwitches(heapMb: number = JOB_HEAP_MB): string[] {
  return [`--max-old-space-size=${heapMb}`, "--disallow-code-generation-from-strings", "--disable-proto=throw"];
}

type Jobs = Record<string, { asks: unknown; answers: unknown }>;

/**
 * Rejects with the job's own refusal, with the fault `job-failed` where it took too long or its process ended, or
 * with `internal` for a bug in the job. `kill` must end the child even where it is in an endless loop, and the
 * wire must close when the child is gone.
 */
export async function runJob(
  child: { readonly wire: Wire; kill(): void },
  job: string,
  argument: unknown,
  seconds: number = JOB_SECONDS,
): Promise<unknown> {
  let isTooLong = false;
  const timer = setTimeout(() => {
    isTooLong = true;
    child.kill();
  }, seconds * 1_000);
  try {
    return await connect<Jobs, Record<string, never>>(child.wire).ask(job, argument);
  } catch (error) {
    if (isTooLong) throw new Fault("job-failed", { job, cause: `stopped after ${seconds} s` });
    if (error instanceof Refused && error.code === CONNECTION_LOST) {
      throw new Fault("job-failed", { job, cause: "its process ended" });
    }
    throw error;
  } finally {
    clearTimeout(timer);
    child.kill();
  }
}
