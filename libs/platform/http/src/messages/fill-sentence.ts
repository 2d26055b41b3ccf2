/** What a sentence is filled with; a list is shown with commas. */
export type SentenceFacts = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | undefined>
>;

/**
 * Fills the places of a sentence, `{name}` each. An absent fact leaves its place empty.
 * @param textOf how a fact is shown, where not simply as it is.
 */
export function fillSentence(
  pattern: string,
  facts: SentenceFacts,
  textOf: (fact: SentenceFacts[string], name: string) => string = shown,
): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => textOf(facts[name], name));
}

const shown = (fact: SentenceFacts[string]): string => (Array.isArray(fact) ? fact.join(', ') : String(fact ?? ''));
