import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { madePack } from '../../../test/harness/packs/made-pack.ts';
import { HUB } from '../../base/actor.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import { systemRandom } from '../../base/random.ts';
import { removeLeftWorkFolders } from '../../store/work/work-folder.ts';
import { beginPack } from './begin-pack.ts';
import { installPack } from './install-pack.ts';
import { loadPacks } from './load-packs.ts';
import { KEPT_MS, Packs } from './packs.ts';
import { removePack } from './remove-pack.ts';
import { TIDIED_EVERY_MS, keepPacksTidy, tidyPacks } from './tidy-packs.ts';

let data: string;
let clock: ManualClock;
let packs: Packs;
let running: { board: string; firmware: string }[];
let facts: string[];
let three: Uint8Array;
let four: Uint8Array;

beforeAll(async () => {
	three = await madePack('0.3.0', '0.3.0', ['d1-mini']);
	four = await madePack('0.4.0', '0.4.0', ['d1-mini']);
});
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'mooring-packs-'));
	clock = new ManualClock();
	running = [];
	packs = opened();
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

/** The packs as a hub finds them that has just started. */
function opened(): Packs {
	const found = new Packs({
		clock,
		random: systemRandom,
		log: pino({ level: 'silent' }),
		data,
		version: '0.4.0',
		running: () => running,
	});
	facts = [];
	found.events.on('PackInstalled', ({ pack }) => facts.push(`+${pack.version}`));
	found.events.on('PackRemoved', ({ pack, by }) => facts.push(`-${pack.version}${by ? ' by hand' : ''}`));
	loadPacks(found);
	return found;
}

async function* inPieces(bytes: Uint8Array, upTo = bytes.length): AsyncGenerator<Uint8Array> {
	for (let at = 0; at < upTo; at += 10_000) yield bytes.subarray(at, Math.min(at + 10_000, upTo));
}
function begin(bytes: Uint8Array) {
	const begun = beginPack(packs, { bytes: bytes.length });
	if (!begun.ok) throw new Error(begun.error.message);
	return packs.upload!;
}
const install = (bytes: Uint8Array) => installPack(packs, begin(bytes), inPieces(bytes), HUB);
const versions = () => [...packs.byId.values()].map(({ version }) => version);
const leftovers = () => readdirSync(data).filter((name) => name !== 'firmware');

describe('a pack that is sent', () => {
	it('is put in place as a whole, and found by the next start', async () => {
		expect(await install(three)).toMatchObject({ ok: true, value: { pack: { version: '0.3.0', order: 1 } } });
		expect(leftovers()).toEqual([]);
		const [pack] = packs.byId.values();
		expect(readdirSync(packs.imagesOf(pack!)).toSorted()).toEqual(['d1-mini', 'licences']);
		const before = [...packs.byId];
		packs = opened();
		expect([...packs.byId]).toEqual(before);
	});

	it('and cut off leaves nothing behind, and another may be sent at once', async () => {
		const cut = await installPack(packs, begin(three), inPieces(three, 50_000), HUB);
		expect(cut).toMatchObject({ error: { kind: 'upload-cut' } });
		expect([leftovers(), existsSync(packs.folder)]).toEqual([[], false]);
		expect(await install(three)).toMatchObject({ ok: true });
	});

	it('and has more than its browser said is refused', async () => {
		const upload = begin(three.subarray(1));
		expect(await installPack(packs, upload, inPieces(three), HUB)).toMatchObject({ error: { kind: 'upload-cut' } });
		expect(leftovers()).toEqual([]);
	});

	it('and is damaged leaves what is there as it was', async () => {
		await install(three);
		const damaged = Uint8Array.from(four);
		damaged[four.length >> 1]! ^= 1;
		expect(await install(damaged)).toMatchObject({ error: { kind: 'pack-damaged' } });
		expect([versions(), leftovers(), facts]).toEqual([['0.3.0'], [], ['+0.3.0']]);
	});

	it('keeps a second one out until it is done', async () => {
		const upload = begin(three);
		const refusals: unknown[] = [];
		async function* watched(): AsyncGenerator<Uint8Array> {
			for await (const piece of inPieces(three)) {
				const second = beginPack(packs, { bytes: 1 });
				if (!second.ok) refusals.push(second.error.kind);
				yield piece;
			}
		}
		expect(await installPack(packs, upload, watched(), HUB)).toMatchObject({ ok: true });
		expect(new Set(refusals)).toEqual(new Set(['pack-running']));
		expect(beginPack(packs, { bytes: 1 })).toMatchObject({ ok: true });
	});

	it('cannot be sent twice by one announcement', async () => {
		const upload = begin(three);
		const both = await Promise.all([1, 2].map(() => installPack(packs, upload, inPieces(three), HUB)));
		expect(both.map((one) => (one.ok ? 'ok' : one.error.kind)).toSorted()).toEqual(['ok', 'pack-running']);
		expect(await installPack(packs, upload, inPieces(three), HUB)).toMatchObject({ error: { kind: 'pack-over' } });
	});

	it('and never came is forgotten after a while', () => {
		begin(three);
		expect(leftovers()).toHaveLength(1);
		clock.advance(KEPT_MS);
		expect([packs.upload, leftovers()]).toEqual([undefined, []]);
	});

	it('and is too large is refused before anything is written', () => {
		expect(beginPack(packs, { bytes: 65 * 2 ** 20 })).toMatchObject({
			error: { kind: 'pack-too-large', params: { most: 64 } },
		});
		expect(leftovers()).toEqual([]);
	});

	it('says that the folder cannot be written, and changes nothing', async () => {
		writeFileSync(packs.folder, 'in its way');
		await expect(install(three)).rejects.toThrow(/EEXIST|ENOTDIR/);
		rmSync(packs.folder);
		expect([versions(), leftovers()]).toEqual([[], []]);
	});
});

describe('what a killed hub leaves', () => {
	it('half a pack, is removed at the next start', async () => {
		const upload = begin(three);
		mkdirSync(join(upload.staged, 'images', 'd1-mini'), { recursive: true });
		writeFileSync(upload.file, 'half of it');
		removeLeftWorkFolders(data);
		packs = opened();
		expect([versions(), leftovers()]).toEqual([[], []]);
	});

	it('a new pack beside the one it takes the place of, is tidied at the next start', async () => {
		await install(three);
		const [first] = packs.byId.values();
		await install(three);
		expect([...packs.byId.keys()]).not.toEqual([first!.id]);
		// as if it had been killed before it removed the first
		const [again] = packs.byId.values();
		const note = { ...again!, order: 0 };
		const copy = join(packs.folder, '0.3.0_copy');
		mkdirSync(copy);
		writeFileSync(join(copy, 'installed.json'), JSON.stringify(note));
		packs = opened();
		expect(versions()).toHaveLength(2);
		await tidyPacks(packs);
		expect([...packs.byId.keys()]).toEqual([again!.id]);
	});

	it('a folder that is not its own is left alone', () => {
		mkdirSync(join(packs.folder, 'mine'), { recursive: true });
		packs = opened();
		expect(versions()).toEqual([]);
		expect(existsSync(join(packs.folder, 'mine'))).toBe(true);
	});
});

describe('an old pack', () => {
	it('stays while a board runs its firmware, and goes when none does any more', async () => {
		running = [{ board: 'd1-mini', firmware: '0.3.0' }];
		await install(three);
		await install(four);
		expect(versions()).toEqual(['0.3.0', '0.4.0']);
		const timer = keepPacksTidy(packs);
		clock.advance(TIDIED_EVERY_MS);
		running = [{ board: 'd1-mini', firmware: '0.4.0' }];
		clock.advance(TIDIED_EVERY_MS);
		await packs.locks.run('packs', async () => undefined);
		expect(versions()).toEqual(['0.4.0']);
		expect(readdirSync(packs.folder)).toHaveLength(1);
		expect(facts).toEqual(['+0.3.0', '+0.4.0', '-0.3.0']);
		timer.cancel();
	});

	it('goes at once where no board runs it', async () => {
		await install(three);
		await install(four);
		expect([versions(), leftovers()]).toEqual([['0.4.0'], []]);
	});
});

it('removes a pack by hand, also one that boards run, and only once', async () => {
	running = [{ board: 'd1-mini', firmware: '0.3.0' }];
	await install(three);
	const [{ id }] = packs.byId.values() as unknown as [{ id: string }];
	const both = await Promise.all([1, 2].map(() => removePack(packs, id, HUB)));
	expect(both.map((one) => (one.ok ? 'ok' : one.error.kind)).toSorted()).toEqual(['no-such-pack', 'ok']);
	expect([readdirSync(packs.folder), leftovers(), facts.at(-1)]).toEqual([[], [], '-0.3.0 by hand']);
});
