import { once } from 'node:events';
import WebSocket from 'ws';
import { BrowserSession, PASSWORD } from '../harness/browser-session.ts';
import { type BundledProcess, spawnBundled } from '../harness/bundled-process.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { memberOf } from '../harness/people/member.ts';
import type { Arrived, ManyDashboards } from './lib/many-dashboards.ts';
import { ratio, report } from './lib/report.ts';
import { median, percentile } from './lib/statistics.ts';

/**
 * One change to 1,000 open dashboards: the time from the first that has it to the last, against uWebSockets.js' own
 * publish of the same bytes to as many sockets. The change is a device that gets another room, which is one event. Both
 * take turns.
 */
const DASHBOARDS = 1_000;
const ROUNDS = 7;
const CHANGES = 30;
const WARM_UP = 10;
/** A pause between two changes, so that none is delayed by the one before or by the hub's writes. */
const REST_MS = 30;

type Crowd = Pick<BundledProcess, 'line' | 'stop'>;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

async function crowd(settings: ManyDashboards): Promise<Crowd> {
	const process = await spawnBundled('test/bench/lib/many-dashboards.ts', settings);
	await process.line<{ open: number }>();
	return process;
}

async function changes(crowd: Crowd, change: () => Promise<unknown>, count: number): Promise<Arrived[]> {
	const all: Arrived[] = [];
	for (let i = 0; i < count; i++) {
		const [arrived] = await Promise.all([crowd.line<Arrived>(), change()]);
		all.push(arrived);
		await rest();
	}
	return all;
}

/** Two browsers of each of 16 people: a person may have 64 connections, and a browser follows 24 times in 10 s. */
async function signedIn(): Promise<string[]> {
	const cookies = [];
	for (let person = 0; person < 16; person++) {
		const name = `member${person}`;
		const phone = await memberOf({ data: hub.data, browser: () => new BrowserSession(hub.origin) }, name);
		const desk = new BrowserSession(hub.origin);
		await desk.call('POST', '/session', { name, password: PASSWORD });
		cookies.push(phone.cookie, desk.cookie);
	}
	return cookies;
}

const hub = new HubProcess({ MOORING_LOG: 'info' });
const bare = await spawnBundled('test/bench/lib/bare-publish.ts');
const crowds: Crowd[] = [];
try {
	const { port } = await bare.line<{ port: number }>();
	await hub.start();
	const browser = new BrowserSession(hub.origin);
	await browser.setUp(hub.setUpCode);
	const view = await browser.open();
	const { id } = await browser.addVirtualBoard({ name: 'Kitchen' });
	await browser.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() => view.device('Kitchen')?.presence.state === 'online');
	const device = view.device('Kitchen')!.id;
	view.close();

	const followers = await crowd({
		url: `ws://127.0.0.1:${hub.port}/socket.io/?EIO=4&transport=websocket`,
		count: DASHBOARDS,
		cookies: await signedIn(),
		holds: '"type":"device"',
	});
	crowds.push(followers);
	let turn = 0;
	const move = () => browser.call('PATCH', `/devices/${device}`, { room: turn++ % 2 === 0 ? 'Attic' : 'Cellar' });
	const [sample] = await changes(followers, move, WARM_UP);

	const listeners = await crowd({
		url: `ws://127.0.0.1:${port}/dashboard`,
		count: DASHBOARDS,
		holds: '"type":"device"',
	});
	crowds.push(listeners);
	const publisher = new WebSocket(`ws://127.0.0.1:${port}/publish`, { perMessageDeflate: false });
	await once(publisher, 'open');
	const publish = () => Promise.resolve(publisher.send(sample!.text));
	await changes(listeners, publish, WARM_UP);

	const rounds = {
		hub: { p50: [] as number[], p95: [] as number[] },
		bare: { p50: [] as number[], p95: [] as number[] },
	};
	for (let round = 0; round < ROUNDS; round++)
		for (const [name, crowd, change] of [
			['bare', listeners, publish],
			['hub', followers, move],
		] as const) {
			const times = (await changes(crowd, change, CHANGES)).map(({ spreadMs }) => spreadMs);
			rounds[name].p50.push(percentile(times, 0.5));
			rounds[name].p95.push(percentile(times, 0.95));
		}
	const m = (name: 'hub' | 'bare', key: 'p50' | 'p95') => median(rounds[name][key]);
	const row = (key: 'p50' | 'p95', goal: string) => ({
		what: `one change of ${sample!.text.length} bytes to ${DASHBOARDS} dashboards, ${key}`,
		hub: `${m('hub', key).toFixed(1)} ms`,
		against: `${m('bare', key).toFixed(1)} ms`,
		ratio: ratio(m('hub', key), m('bare', key)),
		goal,
	});
	report('dashboards', [row('p50', '≤ 1.5 ×'), row('p95', '–')], {
		hubP50ms: m('hub', 'p50'),
		bareP50ms: m('bare', 'p50'),
		hubP95ms: m('hub', 'p95'),
		bareP95ms: m('bare', 'p95'),
	});
} finally {
	for (const process of [...crowds, bare]) process.stop();
	await hub.remove();
}
process.exit(0);
