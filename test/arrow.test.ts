import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet, cruise } from 'dependency-cruiser';
import { afterEach, expect, it } from 'vitest';

type Rules = { forbidden: NonNullable<IFlattenedRuleSet['forbidden']>; options: ICruiseOptions };
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Rules;

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The names of the rules that a project of these two files breaks: the first imports the second. */
async function broken(from: string, to: string, more: Record<string, string> = {}): Promise<string[]> {
	folder = mkdtempSync(join(tmpdir(), 'mooring-arrow-'));
	const way = (there: string) => `${'../'.repeat(from.split('/').length - 1)}${there}`;
	const files = { [from]: `import '${way(to)}';\n`, [to]: 'export {};\n', ...more };
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(join(folder, dirname(path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	const { tsPreCompilationDeps, enhancedResolveOptions } = rules.options;
	const { output } = await cruise(['.'], {
		baseDir: folder,
		validate: true,
		ruleSet: { forbidden: rules.forbidden },
		tsPreCompilationDeps: tsPreCompilationDeps!,
		enhancedResolveOptions: enhancedResolveOptions!,
	});
	return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

it.each([
	['hub/base/clock.ts', 'hub/store/store.ts'],
	['hub/link/noise.ts', 'hub/devices/devices.ts'],
	['hub/store/store.ts', 'hub/devices/entities.ts'],
	['hub/devices/devices.ts', 'hub/claims/claims.ts'],
	['hub/boards/catalogue.ts', 'hub/firmware-images/images.ts'],
	['hub/claims/claims.ts', 'hub/doors/door.ts'],
	['hub/virtual-board/board.ts', 'hub/devices/devices.ts'],
	['hub/virtual-board/board.ts', 'hub/link/session.ts'],
	['hub/devices/devices.ts', 'hub/hub.ts'],
	['hub/doors/door.ts', 'src/lib/view.ts'],
	['src/lib/view.ts', 'hub/devices/devices.ts'],
	['protocol/dashboard/live.ts', 'hub/base/clock.ts'],
])('%s may not import %s', async (from, to) => {
	expect(await broken(from, to)).not.toEqual([]);
});

it.each([
	['hub/doors/door.ts', 'hub/claims/claims.ts'],
	['hub/claims/claims.ts', 'hub/devices/devices.ts'],
	['hub/devices/devices.ts', 'hub/store/store.ts'],
	['hub/virtual-board/board.ts', 'hub/boards/catalogue.ts'],
	['hub/hub.ts', 'hub/doors/door.ts'],
	['src/lib/view.ts', 'protocol/dashboard/live.ts'],
	['test/harness/hub.ts', 'hub/hub.ts'],
])('%s may import %s', async (from, to) => {
	expect(await broken(from, to)).toEqual([]);
});

it.each(["import './a.ts';\n", "import type { A } from './a.ts';\nexport type B = A;\n"])(
	'finds the cycle that is closed by %s',
	async (back) => {
		expect(await broken('hub/devices/a.ts', 'hub/devices/b.ts', { 'hub/devices/b.ts': back })).toContain('no-cycles');
	},
);
