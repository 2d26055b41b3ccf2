/** Rows of text cells, given at once or as they come. */
export type TextRows = Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
