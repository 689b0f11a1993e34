import { create, toBinary } from '@bufbuild/protobuf';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { Credential, PrefaceSchema } from '../../../protocol/device_pb.ts';
import { CLOSE, SUBPROTOCOL } from '../../../hub/link/faults.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';

const MAC = '02AABBCCDDEE';
const OTHER_MAC = '02AABBCCDDEF';
/** Links of one network that have not proven a key. */
const UNPROVEN = 128;
/** A router behind which many boards live; the test's own address is the proxy's. */
const SHARED = { headers: { 'x-forwarded-for': '10.0.0.9' } };

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub({}, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

async function registration(name: string) {
	const { id } = await browser.addVirtualBoard({ name });
	const config = decodeConfigFile(await browser.configFile(id));
	if (!config.ok) throw new Error(config.error);
	return { id, keyId: config.value.keyId, key: config.value.key };
}

/** A board whose device was deleted, or that belongs to another hub, as often as it comes back. */
async function refuseUnknownBoards(times: number): Promise<void> {
	for (let n = 0; n < times; n++) {
		const one = await new RawLink(hub.origin, SUBPROTOCOL, SHARED).opened();
		const preface = create(PrefaceSchema, { protocol: 2, credential: Credential.DEVICE, keyId: randomBytes(16) });
		one.sendFrame(toBinary(PrefaceSchema, preface));
		expect((await one.closed).code).toBe(CLOSE.UNKNOWN);
	}
}

it('a board whose key the hub knows is let in, though unknown ones at its address were refused again and again', async () => {
	const { identity } = await claim(hub.origin, await registration('Boiler room'), MAC);
	await refuseUnknownBoards(60);
	const board = await new RawLink(hub.origin, SUBPROTOCOL, SHARED).enter(identity);
	await view.until(() => view.device('Boiler room')?.presence.state === 'online');
	board.end();
	const lines = hub.logged.filter(({ msg, address }) => msg === 'board refused' && address === '10.0.0.9');
	expect(lines).toHaveLength(20);
});

it('so is a new board with the registration key of its config file', async () => {
	const fresh = await registration('Attic');
	await refuseUnknownBoards(30);
	const board = new RawLink(hub.origin, SUBPROTOCOL, SHARED);
	await board.enter({ credential: Credential.REGISTRATION, keyId: fresh.keyId, key: fresh.key, mac: MAC });
	await board.message('provision');
	board.end();
});

it('a copy that is refused once its key is proven makes no more room for strangers than it took', async () => {
	const { identity } = await claim(hub.origin, await registration('Cellar'), MAC);
	const open = () => new RawLink(hub.origin, SUBPROTOCOL, SHARED).opened();
	const silent = await Promise.all(Array.from({ length: UNPROVEN - 1 }, open));
	const copy = await new RawLink(hub.origin, SUBPROTOCOL, SHARED).enter({ ...identity, mac: OTHER_MAC });
	expect((await copy.closed).code).toBe(CLOSE.CONFLICT);
	silent.push(await open());
	expect(await new RawLink(hub.origin, SUBPROTOCOL, SHARED).refused()).toBe(503);
	for (const link of silent) link.end();
});
