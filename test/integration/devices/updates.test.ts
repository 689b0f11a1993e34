import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import type { UpdatesView } from '../../../protocol/dashboard/updates.ts';
import { Cause } from '../../../protocol/device_pb.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { putImage } from '../../harness/images.ts';
import { RawLink, type RawIdentity, claim } from '../../harness/boards/raw-link.ts';

const OLD = '1.0.0';
const NEW = '1.1.0';
const IMAGE = randomBytes(20_000);

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;
const links = new Set<RawLink>();

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
	putImage(hub.data, 'd1-mini', NEW, IMAGE);
});
afterEach(async () => {
	for (const link of links) link.end();
	view.close();
	await hub.remove();
});

async function claimed(name: string, mac: string): Promise<{ id: string; identity: RawIdentity }> {
	const { id } = await browser.addVirtualBoard({
		name,
		board: 'd1-mini',
		relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }],
		sensors: [],
		wifi: { ssid: 'home', password: 'long enough' },
	});
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	const { identity } = await claim(hub.origin, config.value, mac);
	return { id, identity: { ...identity, firmware: OLD } };
}

let boots = 1;

/** A board on the line; `take` makes it take updates as far as it is told. */
class UpdatingBoard {
	readonly received: Buffer[] = [];
	link!: RawLink;
	#identity: RawIdentity;
	#handled = 0;

	constructor(identity: RawIdentity) {
		this.#identity = identity;
	}

	async connect(firmware = OLD, newBoot = true): Promise<this> {
		if (newBoot) boots++;
		this.link = await new RawLink(hub.origin).enter({
			...this.#identity,
			firmware,
			bootId: BigInt(boots),
			bootCount: boots,
		});
		links.add(this.link);
		this.#handled = 0;
		await this.link.message('pace');
		return this;
	}

	get size(): number {
		return this.received.reduce((sum, part) => sum + part.length, 0);
	}

	progress(change: { error?: string; done?: boolean } = {}): void {
		const value = { $typeName: 'mooring.v2.OtaProgress' as const, nextOffset: this.size, error: '', done: false };
		this.link.send({ case: 'otaProgress', value: { ...value, ...change } });
	}

	/** Takes what comes until it has so many bytes, or the hub says that is all. */
	async take(until = Infinity): Promise<void> {
		while (this.size < until) {
			await this.link.until(() => this.#next());
			const message = this.#next()!;
			this.#handled++;
			if (message.case === 'otaEnd') return;
			if (message.case === 'otaChunk' && message.value.offset === this.size)
				this.received.push(Buffer.from(message.value.data));
			this.progress();
		}
	}

	#next() {
		const ota = this.link.heard.filter(({ case: kind }) => kind?.startsWith('ota'));
		return ota[this.#handled];
	}
}

const update = (id: string) => view.devices.get(id)?.update;
const start = (devices: string[] | 'outdated', evenIfOn = false) =>
	browser.call<UpdatesView>('POST', '/updates', { devices, evenIfOn });

async function online(name: string, mac: string) {
	const { id, identity } = await claimed(name, mac);
	const board = await new UpdatingBoard(identity).connect();
	await view.until(() => view.devices.get(id)?.presence.state === 'online');
	return { id, board };
}

describe('an update over the link', () => {
	it('sends the whole image, and is done when the board is back with it', async () => {
		const { id, board } = await online('Pump', '020000000001');
		expect((await browser.call<UpdatesView>('GET', '/updates')).outdated).toEqual([
			{ device: id, name: 'Pump', running: OLD, newest: NEW, relayOn: false, fallsBack: false },
		]);
		await start([id]);
		await board.take();
		expect(Buffer.concat(board.received).equals(IMAGE)).toBe(true);
		await view.until(() => update(id)?.state === 'checking');
		board.progress({ done: true });
		await view.until(() => update(id)?.state === 'restarting');
		board.link.end();
		await board.connect(NEW);
		await view.until(() => update(id)?.state === 'done');
		expect((await browser.call<UpdatesView>('GET', '/updates')).outdated).toEqual([]);
		const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', `/audit?device=${id}&kind=device`);
		expect(entries.map(({ what, person }) => [what, person])).toEqual([
			['updated', null],
			['update-started', 'anna'],
		]);
	});

	it('goes on where it was after a lost link, and after a restart of the hub', async () => {
		const { id, board } = await online('Pump', '020000000001');
		await start([id]);
		await board.take(5_000);
		board.link.end();
		await view.until(() => view.devices.get(id)?.presence.state !== 'online');
		await board.connect(OLD, false);
		await board.take(10_000);
		const before = view.answers.length;
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length > before);
		await board.connect(OLD, false);
		await board.take();
		expect(Buffer.concat(board.received).equals(IMAGE)).toBe(true);
	});

	it('goes one after another, and stops at the first failure', async () => {
		const first = await online('First', '020000000001');
		const second = await online('Second', '020000000002');
		await start('outdated');
		await view.until(() => update(first.id)?.state === 'sending' && update(second.id)?.state === 'waiting');
		await first.board.take(1_000);
		first.board.progress({ error: 'The image could not be written to the flash.' });
		await view.until(() => update(first.id)?.state === 'failed' && update(second.id)?.state === 'skipped');
		expect(update(first.id)?.reason).toBe('The image could not be written to the flash.');
		expect(update(second.id)).toMatchObject({ fault: 'other-update-failed', params: { device: 'First' } });
		expect(update(second.id)?.reason).toContain('First');
		expect(second.board.link.heard.some((message) => message.case === 'otaBegin')).toBe(false);
	});

	it('skips a board that has a relay on, unless it is told otherwise', async () => {
		const { id, board } = await online('Pump', '020000000001');
		board.link.send({
			case: 'relayState',
			value: {
				$typeName: 'mooring.v2.RelayState',
				relay: 1,
				on: true,
				cause: Cause.INPUT,
				commandId: 0,
				changedMs: 0n,
				remainingMs: 0,
				waitingMs: 0,
			},
		});
		await view.until(() => view.relay(id, 1)?.reported);
		await start([id]);
		await view.until(() => update(id)?.state === 'skipped');
		await start([id], true);
		await view.until(() => update(id)?.state === 'sending');
	});

	it('a board that comes back with its older firmware has failed', async () => {
		const { id, board } = await online('Pump', '020000000001');
		await start([id]);
		await board.take();
		board.progress({ done: true });
		await view.until(() => update(id)?.state === 'restarting');
		board.link.end();
		await board.connect(OLD);
		await view.until(() => update(id)?.state === 'failed');
		expect(update(id)?.reason).toContain(OLD);
	});

	it('what waits can be called off, and a deleted device holds nobody up', async () => {
		const first = await online('First', '020000000001');
		const second = await online('Second', '020000000002');
		await start([first.id, second.id]);
		await view.until(() => update(second.id)?.state === 'waiting');
		await browser.call('POST', '/updates/stop');
		await view.until(() => update(second.id) === null);
		await start([second.id]);
		await browser.call('DELETE', `/devices/${first.id}`);
		await view.until(() => update(second.id)?.state === 'sending');
	});

	it('there is nothing to update where no newer image is there', async () => {
		const { id } = await online('Pump', '020000000001');
		putImage(hub.data, 'd1-mini', OLD, IMAGE);
		await expect(start([id])).rejects.toMatchObject({ api: { code: 'conflict', message: expect.any(String) } });
	});
});
