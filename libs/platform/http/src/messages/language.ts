/** Languages of the product; Vietnamese is the first. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/** @returns the tag without its region and its weight: `en-GB;q=0.8` is `en` with 0.8; an unreadable weight is 0. */
function readRange(range: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag: tag.split('-')[0] ?? '', weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

/**
 * @param header the value of Accept-Language, if there is one.
 * @returns the language of the product that it prefers; Vietnamese when it names none.
 */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'vi', weight: 0 };
  for (const range of (header ?? '').split(',', 20)) {
    const { tag, weight } = readRange(range);
    if (isLanguage(tag) && weight > best.weight) best = { language: tag, weight };
  }
  return best.language;
}
