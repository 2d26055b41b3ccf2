import { type Command } from 'commander';
import { RebuildProjections } from '#libs/feature/casework';
import { ComplianceRefresher } from '#libs/feature/compliance';
import { type CommandContext } from '../command-context.js';

interface RebuildOptions {
  readonly verify?: boolean;
}

/** Adds `rebuild [--verify]`: folds every log anew; with --verify only compares and says what differs. */
export function registerRebuild(program: Command, context: CommandContext): void {
  program
    .command('rebuild')
    .description('dựng lại trạng thái, sổ thụ lý từ nhật ký / rebuild states, entries and ledger from the log')
    .option('--verify', 'chỉ so sánh, không sửa / compare only')
    .action(async ({ verify }: RebuildOptions) => {
      await context.withApplication(async (app) => {
        const { files, differences } = await app.get(RebuildProjections).run(!verify);
        const openings = await app.get(ComplianceRefresher).differences();
        if (!verify && openings.length + differences.length > 0) await app.get(ComplianceRefresher).recompute();
        context.print(`${files} hồ sơ, ${differences.length} lệch; ${openings.length} ô lệch`);
        context.print(`${files} files, ${differences.length} differ; ${openings.length} cells differ`);
        const lines = [...differences, ...openings].map((one) => JSON.stringify(one));
        for (const line of lines) {
          if (verify) context.fail(line);
          else context.print(line);
        }
      });
    });
}
