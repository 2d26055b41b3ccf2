/**
 * The version of the rules that judged an event: BLTTHS 101/2015 as amended by Laws 02/2021 and 99/2025, TTLT 01/2017 as
 * amended by TTLT 01/2021, TTLT 04/2018. Stored with every event; a law that changes becomes a new version.
 */
export const RULE_SET = 'BLTTHS-2025-07-01';
