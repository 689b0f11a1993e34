import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeConfigFile, encodeConfigFile } from '../../../protocol/config-file.ts';
import type { AuditEntry, AuditPage } from '../../../protocol/dashboard/history.ts';
import type { SceneView } from '../../../protocol/dashboard/scenes.ts';
import { RestoreByPage } from '../../harness/backup/by-page.ts';
import { PASSPHRASE } from '../../harness/backup/crafted.ts';
import { type BoardProcess, startBoard } from '../../harness/boards/board-process.ts';
import { BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { freePort } from '../../harness/network/free-port.ts';

/** `MOORING_TEST_BOARDS=100 npm test -- test/integration/backup/moved-house.test.ts` is the whole proof. */
const BOARDS = Number(process.env.MOORING_TEST_BOARDS ?? 20);
const BACK_MS = 60_000;
/** Of these, so many are toggles, as in a house; the others are changes that are on the disk before they are acknowledged. */
const WRITES_A_SECOND = 200;
const TOGGLES_A_SECOND = 160;
const WRITERS = 20;
const TIMEOUT_MS = 300_000;
const PAGE = 200;
/** Pending devices and boards are made in turns, as a person would. */
const AT_ONCE = 10;

const old = new HubProcess();
/** On another address of this machine, and another port: its boards look for it at both that their config files name. */
const hub = new HubProcess({ MOORING_HOST: '0.0.0.0' });
const ELSEWHERE = '127.0.0.2';
let boards: BoardProcess | undefined;
let anna: BrowserSession;
let view: LiveView;

const isWhole = (shown: LiveView) =>
	shown.following &&
	shown.devices.size === BOARDS &&
	[...shown.devices.values()].every(
		({ presence, relays }) => presence.state === 'online' && relays.every(({ reported }) => reported !== null),
	);

/** Boards of config files that know both addresses. */
async function newBoards(): Promise<Uint8Array[]> {
	const files: Uint8Array[] = [];
	while (files.length < BOARDS) {
		const names = Array.from({ length: Math.min(AT_ONCE, BOARDS - files.length) }, (_, n) => files.length + n);
		files.push(
			...(await Promise.all(
				names.map(async (n) => {
					const pending = await anna.addVirtualBoard({ name: `Board ${n}`, sensors: [] });
					const config = decodeConfigFile(await anna.configFile(pending.id));
					if (!config.ok) throw new Error(config.error);
					const [here] = config.value.hubs;
					const hubs = [here!, { ...here!, host: ELSEWHERE, port: hub.port }];
					return encodeConfigFile({ ...config.value, hubs });
				}),
			)),
		);
	}
	return files;
}

async function historyOf(browser: BrowserSession): Promise<AuditEntry[]> {
	const found: AuditEntry[] = [];
	for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
		const page: AuditPage = await browser.call('GET', `/audit?limit=${PAGE}&before=${before}`);
		found.push(...page.entries);
		before = page.next;
	}
	return found;
}

/**
 * Half of them change a scene each, the others the room of a board each; each toggles a relay too. Tells the last change that was
 * acknowledged of each.
 */
function writing(scenes: { id: string; body: object }[], moved: string[]) {
	const acknowledged = scenes.map(() => 0);
	const toggled = scenes.map(() => 0);
	let [isOver, count] = [false, 0];
	const rest = (aSecond: number) => new Promise((resolve) => setTimeout(resolve, (WRITERS * 1_000) / aSecond));
	const work = scenes.map(async ({ id, body }, writer) => {
		for (let n = 1; !isOver; n++) {
			const pause = rest(WRITES_A_SECOND - TOGGLES_A_SECOND);
			if (writer % 2 === 0) await anna.call('PUT', `/scenes/${id}`, { ...body, name: `${writer} ${n}` });
			else await anna.call('PATCH', `/devices/${moved[writer]!}`, { room: `${writer} ${n}` });
			acknowledged[writer] = n;
			count++;
			await pause;
		}
	});
	const toggling = moved.map(async (id, writer) => {
		for (let n = 1; !isOver; n++) {
			const pause = rest(TOGGLES_A_SECOND);
			const answer = await view.setRelay(id, 1, n % 2 === 1);
			if (answer.ok) {
				count++;
				toggled[writer]!++;
			}
			await pause;
		}
	});
	const end = () => {
		isOver = true;
		return Promise.all([...work, ...toggling]);
	};
	return { acknowledged, toggled, count: () => count, end };
}

beforeAll(async () => {
	hub.port = await freePort();
	await old.start();
	anna = new BrowserSession(old.origin);
	await anna.setUp(old.setUpCode);
	view = await anna.open();
	boards = await startBoard(await newBoards());
	await view.until(() => isWhole(view), BACK_MS);
}, TIMEOUT_MS);
afterAll(async () => {
	view?.close();
	boards?.stop();
	await old.remove();
	await hub.remove();
});

it(
	`a house of ${BOARDS} boards whose hub is gone is back under a minute after its backup was restored elsewhere`,
	async () => {
		const moved = [...view.devices.keys()].slice(0, WRITERS);
		const members = [{ device: moved[0]!, relay: 1, on: true }];
		const bodies = Array.from({ length: WRITERS }, () => ({ icon: 'light', kind: 'scene', members }));
		const scenes = await Promise.all(
			bodies.map(async (body, n) => {
				const { id } = await anna.call<SceneView>('POST', '/scenes', { ...body, name: `${n} 0` });
				return { id, body };
			}),
		);
		const history = await historyOf(anna);
		const writes = writing(scenes, moved);
		const least = () => Math.min(...writes.acknowledged, ...writes.toggled);
		await expect.poll(least, { timeout: 60_000 }).toBeGreaterThan(0);
		const before = [...writes.acknowledged];
		// The newest ones, of which each was acknowledged: they may still wait to be written when the backup begins.
		const newest = await anna.call<AuditPage>('GET', `/audit?limit=${PAGE}`);
		history.push(...newest.entries);
		const [count, began] = [writes.count(), performance.now()];
		const answer = await anna.request('POST', '/backup', { passphrase: PASSPHRASE, current: PASSWORD });
		const file = Buffer.from(await answer.arrayBuffer());
		const rate = ((writes.count() - count) * 1_000) / (performance.now() - began);
		await writes.end();
		view.close();
		await old.kill();

		await hub.start();
		const page = new RestoreByPage(hub.origin);
		const from = performance.now();
		expect(await page.run(hub.setUpCode, file, PASSPHRASE)).toMatchObject({ status: 200 });
		await page.isBack();
		const restoredMs = performance.now() - from;
		const there = new BrowserSession(hub.origin);
		await there.call('POST', '/session', { name: 'anna', password: PASSWORD });
		view = await there.open();
		await view.until(() => isWhole(view), BACK_MS);
		const backMs = performance.now() - from;
		console.log(
			`${BOARDS} boards, ${Math.round(rate)} writes/s during the backup of ${Math.round(file.length / 1_024)} KB: restored in ${Math.round(restoredMs)} ms, all back in ${Math.round(backMs)} ms`,
		);
		expect(backMs).toBeLessThan(BACK_MS);

		expect(view.scenes.size).toBe(WRITERS);
		const written = [
			...[...view.scenes.values()].map(({ name }) => name).filter((name) => Number(name.split(' ')[0]) % 2 === 0),
			...moved.flatMap((id, writer) => (writer % 2 === 0 ? [] : [view.devices.get(id)!.room!])),
		];
		expect(written).toHaveLength(WRITERS);
		for (const text of written) {
			const [writer, n] = text.split(' ').map(Number) as [number, number];
			expect(n).toBeGreaterThanOrEqual(before[writer]!);
		}
		expect(history.length).toBeGreaterThan(BOARDS);
		const restored = new Map((await historyOf(there)).map((entry) => [entry.id, entry]));
		for (const entry of history) expect(restored.get(entry.id)).toEqual(entry);
		expect([...restored.values()].filter(({ what }) => what === 'restored')).toHaveLength(1);
	},
	TIMEOUT_MS,
);
