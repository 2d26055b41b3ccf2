import { type AskCompliance, complianceSheet } from '#libs/feature/compliance';
import { type DemonstrationAccount } from '#libs/feature/product';

/** Plans and periods that the start prints: each plan over its own territory. */
const SHOWN = [
  ['national-2023', '2023'],
  ['lang-son-2023', '2023'],
  ['bac-quang-2024', '2024'],
  ['hai-phong-2024', '2024'],
  ['dong-thap-2026-2030', '2026'],
] as const;

/** @returns the compliance tables of the plans that are loaded, each over its own territory. */
export async function greetingTables(ask: AskCompliance, language: 'vi' | 'en'): Promise<string[]> {
  const tables: string[] = [];
  for (const [plan, period] of SHOWN) tables.push(complianceSheet(await ask.table({ plan, period }), language));
  return tables;
}

/** @returns the demonstration accounts as aligned lines; how to get at them when none was made now. */
export function accountLines(accounts: readonly DemonstrationAccount[]): string[] {
  if (accounts.length === 0) return ['Tài khoản / accounts: theoan user list, theoan user reset <username>'];
  const width = Math.max(...accounts.map(({ username }) => username.length));
  const lines = accounts.map((one) => `  ${one.username.padEnd(width)}  ${one.password}  ${one.role}, ${one.office}`);
  return ['Tài khoản minh họa (mật khẩu chỉ hiện một lần) / demonstration accounts (shown once):', ...lines];
}
