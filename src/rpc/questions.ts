/** The shape of a contract: what is asked and what is answered, by method. An interface with such members is one. */
export type QuestionMap<Questions> = { readonly [Method in keyof Questions]: { asks: unknown; answers: unknown } };

/** One async function per method: the serving side of a contract. */
export type HandlerTable<Questions extends QuestionMap<Questions>> = {
  readonly [Method in keyof Questions]: (argument: Questions[Method]["asks"]) => Promise<Questions[Method]["answers"]>;
};
