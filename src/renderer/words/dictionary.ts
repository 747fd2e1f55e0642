/** A dictionary's shape: any text where the English one has a text, the same arguments where it has a sentence. */
export type DictionaryOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer Particulars) => string
      ? (...args: Particulars) => string
      : DictionaryOf<T[K]>;
};
