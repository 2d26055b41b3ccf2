import { type DifferenceAspect } from '#libs/domain/performance';
import { type Language } from '#libs/platform/http';

const VIETNAMESE = {
  id: 'Mã',
  number: 'Số',
  issuer: 'Cơ quan ban hành',
  issuedOn: 'Ngày ban hành',
  title: 'Tên kế hoạch',
  period: 'Thời gian',
  territory: 'Địa bàn',
  kind: 'Loại',
  targets: 'Chỉ tiêu',
  version: 'phiên bản',
  blank: '(để trống trong văn bản)',
  parent: 'Kế hoạch cấp trên',
  parentAbsent: 'chưa nạp',
  indicator: 'Mã',
  target: 'Chỉ tiêu',
  section: 'Mục',
  wording: 'Nguyên văn',
  noTarget: 'Kế hoạch không đặt chỉ tiêu bằng số: chỉ hiển thị số liệu, không đánh giá đạt hay không đạt.',
  calendar: 'Lịch báo cáo',
  reportTo: 'Gửi về',
  attachments: 'Kèm theo',
  onDemand: 'Có báo cáo đột xuất khi được yêu cầu.',
  report: 'Kỳ',
  from: 'Từ ngày',
  to: 'Đến ngày',
  before: 'Trước ngày',
  due: 'Hạn cuối',
  noDay: 'không ấn định',
  noReport: 'Kế hoạch không buộc báo cáo.',
  campaigns: 'Đợt cao điểm',
  noCampaign: 'Không có đợt cao điểm nào được ấn định thời gian.',
  tentative: 'dự kiến',
  tasks: 'Nhiệm vụ',
  lead: 'Chủ trì',
  implementing: 'Thực hiện',
  cooperating: 'Phối hợp',
  requested: 'Đề nghị',
  unassigned: 'Văn bản không phân công riêng.',
  differences: 'Khác với {plan}',
  noDifference: 'Không có điểm khác về chỉ tiêu, ngày báo cáo và đợt cao điểm.',
  subject: 'Mục so sánh',
  aspect: 'Điểm khác',
  own: 'Kế hoạch này',
  parents: '{plan}',
  absent: 'không có',
  notes: 'Ghi chú',
} as const;

export type SheetWord = keyof typeof VIETNAMESE;

const ENGLISH: Readonly<Record<SheetWord, string>> = {
  id: 'Id',
  number: 'Number',
  issuer: 'Issuer',
  issuedOn: 'Issued on',
  title: 'Title',
  period: 'Period',
  territory: 'Territory',
  kind: 'Kind',
  targets: 'Targets',
  version: 'version',
  blank: '(blank in the text)',
  parent: 'Plan above',
  parentAbsent: 'not loaded',
  indicator: 'Id',
  target: 'Target',
  section: 'Section',
  wording: 'Wording',
  noTarget: 'The plan sets no numeric target: figures are shown, nothing is judged.',
  calendar: 'Reporting calendar',
  reportTo: 'To',
  attachments: 'With',
  onDemand: 'Reports out of turn on demand.',
  report: 'Period',
  from: 'From',
  to: 'To',
  before: 'Before',
  due: 'Last day',
  noDay: 'no day named',
  noReport: 'The plan orders no report.',
  campaigns: 'Campaigns',
  noCampaign: 'No campaign with fixed dates.',
  tentative: 'tentative',
  tasks: 'Tasks',
  lead: 'Lead',
  implementing: 'Implementing',
  cooperating: 'Cooperating',
  requested: 'Requested',
  unassigned: 'The text assigns nobody in particular.',
  differences: 'Differences from {plan}',
  noDifference: 'No difference in targets, report days and campaigns.',
  subject: 'Subject',
  aspect: 'What differs',
  own: 'This plan',
  parents: '{plan}',
  absent: 'none',
  notes: 'Notes',
};

const ASPECTS: Readonly<Record<DifferenceAspect, Readonly<Record<Language, string>>>> = {
  wording: { vi: 'lời văn', en: 'wording' },
  threshold: { vi: 'mức chỉ tiêu', en: 'threshold' },
  variant: { vi: 'cách hiểu', en: 'meaning' },
  'report-due': { vi: 'báo cáo trước ngày', en: 'report before' },
  campaign: { vi: 'thời gian cao điểm', en: 'campaign dates' },
  'campaign-certainty': { vi: 'mức ấn định cao điểm', en: 'campaign certainty' },
};

const TERMS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  annual: { vi: 'hằng năm', en: 'annual' },
  programme: { vi: 'nhiều năm', en: 'programme' },
  discovered: { vi: 'điều tra, khám phá', en: 'discovered' },
  concluded: { vi: 'kết thúc điều tra, khám phá', en: 'investigation concluded' },
  tentative: { vi: 'dự kiến', en: 'tentative' },
  fixed: { vi: 'ấn định', en: 'fixed' },
  year: { vi: 'năm', en: 'year' },
};

/** @returns the heading or phrase; `plan` fills the place of `{plan}`. */
export const wordOf = (word: SheetWord, language: Language, plan = ''): string =>
  (language === 'vi' ? VIETNAMESE : ENGLISH)[word].replace('{plan}', plan);

/** @returns what kind of difference it is. */
export const aspectOf = (aspect: DifferenceAspect, language: Language): string => ASPECTS[aspect][language];

/** @returns the term in that language, or the text itself where there is no term for it. */
export const termOf = (term: string, language: Language): string => TERMS[term]?.[language] ?? term;
