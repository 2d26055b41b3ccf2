import { Argument, type Command } from 'commander';
import { RotateKeys } from '#libs/feature/persons';
import { KEY_FAMILIES, type KeyFamily } from '#libs/platform/vault';
import { type CommandContext } from '../command-context.js';

const EVERY = 'all';

async function status(context: CommandContext, { json }: { json?: boolean }): Promise<void> {
  const keys = await context.withApplication((app) => app.get(RotateKeys, { strict: false }).status());
  if (json) context.print(JSON.stringify(keys, null, 2));
  else
    for (const { family, version, state, values } of keys) context.print(`${family}  v${version}  ${state}  ${values}`);
}

async function rotate(
  context: CommandContext,
  asked: KeyFamily | typeof EVERY,
  { yes }: { yes?: boolean },
): Promise<void> {
  if (!yes) {
    context.fail(
      'khóa cũ bị hủy vĩnh viễn; bản sao lưu trước đó cần khóa bọc cũ để đọc; thêm --yes để thực hiện / ' +
        'the old key is destroyed for good; add --yes to go on',
    );
    return;
  }
  await context.withApplication(async (app) => {
    for (const family of asked === EVERY ? KEY_FAMILIES : [asked]) {
      const { version, renewed, destroyed, refused } = await app.get(RotateKeys, { strict: false }).rotate(family);
      const gone = destroyed.map((one) => `v${one}`).join(', ') || '-';
      context.print(
        `${family}  v${version}: ${renewed} giá trị mã hóa lại / encrypted anew, đã hủy / destroyed: ${gone}`,
      );
      if (refused > 0) {
        context.fail(`${family}: ${refused} giá trị bị sửa, khóa cũ được giữ / altered values, their key is kept`);
      }
    }
  });
}

/** Adds `keys status [--json]` and `keys rotate <family|all> --yes`: the keys of the vault of identities. */
export function registerKeys(program: Command, context: CommandContext): void {
  const keys = program.command('keys').description('khóa của kho danh tính / keys of the vault of identities');
  keys
    .command('status')
    .description('các phiên bản khóa và số giá trị cần chúng / versions of keys and how many values need them')
    .option('--json', 'dạng JSON / as JSON')
    .action((options: { json?: boolean }) => status(context, options));
  keys
    .command('rotate')
    .description('mã hóa lại bằng khóa mới trong khi hệ thống chạy / encrypt anew under a new key while people work')
    .addArgument(new Argument('<family>').choices([...KEY_FAMILIES, EVERY]))
    .option('--yes', 'đã hiểu, thực hiện / go on')
    .action((family: KeyFamily | typeof EVERY, options: { yes?: boolean }) => rotate(context, family, options));
}
