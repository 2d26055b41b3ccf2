/** Short forms of the legal texts that the tables cite. */
export const BLTTHS = (articles: string): string => `${articles} BLTTHS`;
export const TTLT01 = (articles: string): string => `${articles} TTLT 01/2017`;
export const TTLT04 = (articles: string): string => `${articles} TTLT 04/2018`;
/** Joint circular 01/2020 on suspended matters and cases. */
export const TTLT0120 = (articles: string): string => `${articles} TTLT 01/2020`;
/** Resolution on the regional courts and procuracies that take over pending matters since 1/7/2025. */
export const NQ225 = 'NQ 225/2025/QH15';
