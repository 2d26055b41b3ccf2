import { day } from '#libs/domain/kernel';

/** Since when a circular judges. What rests on it alone holds for no earlier day. Source: the text's own last article. */
export const TTLT01_IN_FORCE = day('2018-03-01');
export const TTLT04_IN_FORCE = day('2018-12-10');
export const TT28_IN_FORCE = day('2020-05-15');
export const TTLT0120_IN_FORCE = day('2020-07-15');
/** TTLT 01/2021/TTLT-BCA, which amends what TTLT 01/2017 says of commune police. */
export const TTLT0121_IN_FORCE = day('2022-01-14');
