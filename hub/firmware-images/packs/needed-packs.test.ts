import { describe, expect, it } from 'vitest';
import { unneededPacks } from './needed-packs.ts';
import type { Pack } from './packs.ts';

let order = 0;
const pack = (version: string, boards: Record<string, string>): Pack => ({
	id: `${version}_${++order}`,
	version,
	installedAt: 0,
	order,
	bytes: 1,
	boards: Object.entries(boards).map(([board, version]) => ({ board, version })),
});
const runs = (board: string, firmware: string) => ({ board, firmware });
const gone = (packs: Pack[], ...running: ReturnType<typeof runs>[]) =>
	unneededPacks(packs, running).map(({ version }) => version);

const three = pack('0.3.0', { 'd1-mini': '0.3.0', 'esp32-devkit': '0.3.0' });
const four = pack('0.4.0', { 'd1-mini': '0.4.0', 'esp32-devkit': '0.4.0' });

describe('an old pack', () => {
	it('goes once no board of the house runs its firmware', () => {
		expect(gone([three, four])).toEqual(['0.3.0']);
		expect(gone([three, four], runs('d1-mini', '0.4.0'))).toEqual(['0.3.0']);
	});

	it('stays as long as one board still runs it', () => {
		expect(gone([three, four], runs('d1-mini', '0.4.0'), runs('esp32-devkit', '0.3.0'))).toEqual([]);
	});

	it('does not stay for a board of another kind, or one that runs a version of no pack', () => {
		expect(gone([three, four], runs('sonoff-basic-r2', '0.3.0'), runs('d1-mini', '0.2.0'))).toEqual(['0.3.0']);
	});

	it('stays while a later pack lacks one of its boards', () => {
		const few = pack('0.5.0', { 'd1-mini': '0.5.0' });
		expect(gone([three, few])).toEqual([]);
		expect(gone([three, four, few])).toEqual(['0.3.0']);
	});

	it('may be replaced by several later ones together', () => {
		const [d1, esp32] = [pack('0.5.0', { 'd1-mini': '0.5.0' }), pack('0.5.1', { 'esp32-devkit': '0.5.1' })];
		expect(gone([three, d1, esp32])).toEqual(['0.3.0']);
	});
});

it('keeps an older pack that was installed after a newer one: somebody wanted it', () => {
	const threeAgain = pack('0.3.0', { 'd1-mini': '0.3.0', 'esp32-devkit': '0.3.0' });
	expect(gone([four, threeAgain])).toEqual([]);
});

it('lets the same pack, installed once more, take the place of the first, whatever runs', () => {
	const again = pack('0.4.0', { 'd1-mini': '0.4.0', 'esp32-devkit': '0.4.0' });
	const found = unneededPacks([four, again], [runs('d1-mini', '0.4.0')]);
	expect(found).toEqual([four]);
});

it('never lets the last pack go', () => {
	expect(gone([three])).toEqual([]);
	expect(gone([])).toEqual([]);
});
