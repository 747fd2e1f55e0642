/**
 * Runs a job in a process that can be killed: foreign files are parsed there, and workbooks are
 * written there so that a large one does not hold up an edit. The host supplies it.
 *
 * Rejects with an error that has a `code` when the job is unknown, takes too long, or its process dies.
 */
export type Isolate = (job: string, argument: unknown) => Promise<unknown>;
