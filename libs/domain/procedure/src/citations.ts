/** Short forms of the legal texts that the tables cite. */
export const BLTTHS = (articles: string): string => `${articles} BLTTHS`;
/** The Penal Code. */
export const BLHS = (articles: string): string => `${articles} BLHS`;
export const TTLT01 = (articles: string): string => `${articles} TTLT 01/2017`;
export const TTLT04 = (articles: string): string => `${articles} TTLT 04/2018`;
/** Joint circular 01/2020 on suspended matters and cases. */
export const TTLT0120 = (articles: string): string => `${articles} TTLT 01/2020`;
/** Circular 28/2020/TT-BCA on the police's handling of crime information. */
export const TT28 = (articles: string): string => `${articles} TT 28/2020/TT-BCA`;
/** Resolution on the regional courts and procuracies that take over pending matters since 1/7/2025. */
export const NQ225 = 'NQ 225/2025/QH15';
/** In force since 1/7/2025: two levels of investigators, commune investigators, proceedings in absentia. */
export const LAW99 = 'Luật 99/2025/QH15';
/** In force since 1/1/2026: justice for minors; its Chapter VII, Section 1 halves the limits (Điều 179 is the transition). */
export const LAW59 = 'Luật 59/2024/QH15 Chương VII Mục 1';
/** The law on the organisation of investigating bodies. */
export const LTCCQDT = (articles: string): string => `${articles} Luật Tổ chức CQĐT hình sự`;
/** The national plan of 2023, whose text the provincial plans repeat. */
export const PLAN_2023 = (matter: string): string => `KH 28/KH-BCĐ 2023 (${matter})`;
