/**
 * Runs a job in a process that can be killed: foreign files are parsed there, and workbooks are
 * written there so that a large one does not hold up an edit. The host supplies it.
 *
 * Rejects with the job's own Fault, or `job-failed` when it takes too long or its process dies.
 */
export type Isolate = (job: string, argument: unknown) => Promise<unknown>;
