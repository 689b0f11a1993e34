import { once } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { MAX_CONNECTIONS_OF_PERSON } from '../../../../hub/doors/dashboard-entrance.ts';
import { FLOODED } from '../../../../hub/doors/flooding-sockets.ts';
import { MAX_SESSIONS_OF_ONE } from '../../../../hub/accounts/sessions.ts';
import { BrowserSession, type LiveView, PASSWORD } from '../../../harness/browser-session.ts';
import { TestHub } from '../../../harness/hub.ts';
import { memberOf } from '../../../harness/people/member.ts';

/** Far above every limit on what costs the hub something and brings a dashboard nothing. */
const TOO_MANY = 2_000;

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

/** A bare WebSocket at the live door; `code` is what it is closed with. */
async function open(cookie?: string): Promise<{ socket: WebSocket; code: Promise<number> }> {
	const url = `${hub.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
	const socket = new WebSocket(url, { headers: { origin: hub.origin, ...(cookie && { cookie }) } });
	const code = new Promise<number>((resolve) => socket.once('close', resolve));
	await once(socket, 'open');
	return { socket, code };
}

const logged = () => hub.logged.filter(({ msg }) => String(msg).includes('sent more than it may'));

it.each([
	['a stranger', 'pings', (socket: WebSocket) => socket.ping()],
	['a stranger', 'pongs', (socket: WebSocket) => socket.pong()],
	['a stranger', 'messages', (socket: WebSocket) => socket.send('3')],
	['a dashboard', 'pings', (socket: WebSocket) => socket.ping()],
	['a dashboard', 'pongs', (socket: WebSocket) => socket.pong()],
	['a dashboard', 'messages', (socket: WebSocket) => socket.send('3')],
])('%s that sends %s without end is closed, and logged once', async (who, _, send) => {
	const cookie = who === 'a dashboard' ? browser.cookie : undefined;
	const flooding = await Promise.all([open(cookie), open(cookie)]);
	for (const { socket } of flooding) for (let n = 0; n < TOO_MANY; n++) send(socket);
	for (const { code } of flooding) expect(await code).toBe(FLOODED);
	expect(logged()).toHaveLength(1);
	expect(await view.watch(true)).toEqual({ ok: true, value: null });
});

it('a dashboard that asks for the whole house without end is answered that it asks too often, and goes on switching', async () => {
	const follow = () => view.socket.emitWithAck('follow', {});
	const answers = await Promise.all(Array.from({ length: TOO_MANY }, follow));
	const refused = answers.filter((answer) => !answer.ok);
	expect(refused.length).toBeGreaterThan(TOO_MANY / 2);
	for (const answer of refused) expect(answer).toMatchObject({ error: { code: 'too-many-tries' } });
	expect(await view.setRelay('none', 1, true)).toMatchObject({ error: { code: 'not-found' } });
	expect(view.following).toBe(true);
	expect(logged()).toEqual([]);
});

it('a person has 64 live connections, in whatever browsers, then 429 until one is closed, while others get theirs', async () => {
	const phone = new BrowserSession(hub.origin);
	await phone.call('POST', '/session', { name: 'anna', password: PASSWORD });
	const tabs = await Promise.all(
		Array.from({ length: MAX_CONNECTIONS_OF_PERSON - 1 }, (_, n) => open((n % 2 ? phone : browser).cookie)),
	);
	await expect(open(browser.cookie)).rejects.toThrow('429');
	await expect(open(phone.cookie)).rejects.toThrow('429');
	(await (await memberOf(hub)).open()).close();
	tabs[0]!.socket.close();
	await tabs[0]!.code;
	await open(browser.cookie);
});

it('a dashboard may switch as fast as it can', async () => {
	const answers = await Promise.all(Array.from({ length: 5 * TOO_MANY }, () => view.setRelay('none', 1, true)));
	for (const answer of answers) expect(answer).toMatchObject({ error: { code: 'not-found' } });
	expect(logged()).toEqual([]);
});

it('a dashboard that leaves and enters again and again has no more commands than one that stays', async () => {
	const { socket } = await open(browser.cookie);
	const heard: string[] = [];
	socket.on('message', (data: Buffer) => void heard.push(String(data)));
	const heardOf = (begin: string) => heard.filter((frame) => frame.startsWith(begin)).length;
	for (let entry = 1; entry <= 3; entry++) {
		socket.send('40');
		await vi.waitUntil(() => heardOf('40{') === entry);
		for (let n = 0; n < 200; n++) socket.send(`42${n}["watch",{"visible":false}]`);
		await vi.waitUntil(() => heardOf('43') === entry * 200);
		socket.send('41');
	}
	expect(heard.filter((frame) => /^43\d+\[\{"ok":true/.test(frame))).toHaveLength(300);
	socket.close();
});

it('a dashboard whose session ended because its person has too many is sent to the sign-in, and switches no more', async () => {
	for (let n = 0; n < MAX_SESSIONS_OF_ONE; n++)
		await new BrowserSession(hub.origin).call('POST', '/session', { name: 'anna', password: PASSWORD });
	await view.until(() => view.signedOut);
	expect((await browser.request('GET', '/session')).status).toBe(401);
});
