import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Bonjour from 'bonjour-service';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { type Advertised, type Advertisement, advertise } from './advertise.ts';
import type { Mdns, MulticastOptions } from './lan-voices.ts';
import type { Interfaces } from './lans.ts';
import { PACKETS_A_SECOND } from './packet-limits.ts';

type Service = InstanceType<typeof Bonjour.Service>;

const A = 'aa'.repeat(16);
const B = 'bb'.repeat(16);

let multicast: Required<MulticastOptions>;
let listener: Bonjour;
let lines: { level: number; msg: string }[];
const running: Advertisement[] = [];

/** Multicast on the loopback interface at a free port needs neither a network nor any right. */
beforeEach(async () => {
	const socket = createSocket('udp4').bind(0);
	await once(socket, 'listening');
	multicast = { port: (socket.address() as AddressInfo).port };
	socket.close();
	await once(socket, 'close');
	listener = new Bonjour({ ...multicast, interface: '127.0.0.1', bind: '0.0.0.0' } as object);
	lines = [];
});

afterEach(async () => {
	await Promise.all(running.splice(0).map((advertisement) => advertisement.stop()));
	await new Promise<void>((resolve) => listener.destroy(resolve));
});

/** Networks of this machine alone, taken for others'. */
function lans(addresses: Record<string, string>): Interfaces {
	const named = Object.entries(addresses).map(([name, address]) => [
		name,
		[{ address, family: 'IPv4' as const, internal: false, mac: '02:00:00:00:00:01', cidr: `${address}/32` }],
	]);
	return Object.fromEntries(named) as Interfaces;
}

function start(change: Partial<Advertised> = {}): Advertisement {
	const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
	const advertisement = advertise({
		name: 'Mooring',
		port: 8080,
		hubId: A,
		log,
		multicast,
		interfaces: () => lans({ lan: '127.0.0.1' }),
		...change,
	});
	running.push(advertisement);
	return advertisement;
}

function browse(type: string) {
	const browser = listener.find({ type });
	const next = (event: 'up' | 'down', name: string) =>
		new Promise<Service>((resolve) =>
			browser.on(event, (service: Service) => {
				if (service.name === name) resolve(service);
			}),
		);
	return { next };
}

const announced = () => lines.filter(({ msg }) => msg === 'announced on the network').length;

describe('advertise', () => {
	it('is seen by others with its id, its version and its paths', async () => {
		const boards = browse('mooring').next('up', 'Mooring');
		const people = browse('http').next('up', 'Mooring');
		start();
		expect(await boards).toMatchObject({
			port: 8080,
			txt: { id: A, v: '2', path: '/device' },
			host: 'mooring-aaaaaaaa.local',
		});
		expect(await people).toMatchObject({ port: 8080, txt: { path: '/' } });
	});

	it('says goodbye within half a second', async () => {
		const { next } = browse('mooring');
		const up = next('up', 'Mooring');
		const advertisement = start();
		await up;
		const down = next('down', 'Mooring');
		const began = performance.now();
		await advertisement.stop();
		expect(performance.now() - began).toBeLessThan(500);
		await down;
	});

	it('takes another name when its own is taken', async () => {
		const first = browse('mooring');
		const up = first.next('up', 'Mooring');
		start();
		await up;
		const second = first.next('up', 'Mooring (2)');
		const advertisement = start({ hubId: B });
		expect(await second).toMatchObject({ txt: { id: B } });
		expect(advertisement.name()).toBe('Mooring (2)');
		expect(lines).toContainEqual(expect.objectContaining({ msg: 'the name is taken on this network' }));
	});

	it('gives way when two hubs took one name at the same moment', async () => {
		const { next } = browse('mooring');
		const renamed = next('up', 'Mooring (2)');
		const [a, b] = [start(), start({ hubId: B })];
		expect(await renamed).toMatchObject({ txt: { id: B } });
		expect([a.name(), b.name()]).toEqual(['Mooring', 'Mooring (2)']);
	});

	it('announces itself in every network, found and lost while it runs, and says in which', async () => {
		const clock = new ManualClock();
		let interfaces = lans({ lan: '127.0.0.1' });
		start({ interfaces: () => interfaces, clock });
		clock.advance(750);
		expect(lines.at(-1)).toMatchObject({ interfaces: ['lan 127.0.0.1'] });
		const announcedIn = async (count: number) => {
			clock.advance(5_000);
			await vi.waitFor(() => {
				clock.advance(250);
				expect(announced()).toBe(count);
			});
			return lines.filter(({ msg }) => msg === 'announced on the network').at(-1);
		};
		interfaces = lans({ lan: '127.0.0.1', wifi: '127.0.0.2' });
		expect(await announcedIn(2)).toMatchObject({ interfaces: ['lan 127.0.0.1', 'wifi 127.0.0.2'] });
		expect(lines).toContainEqual(expect.objectContaining({ found: ['wifi 127.0.0.2'], lost: [] }));
		interfaces = lans({ wifi: '127.0.0.2' });
		expect(await announcedIn(3)).toMatchObject({ interfaces: ['wifi 127.0.0.2'] });
		expect(lines).toContainEqual(expect.objectContaining({ found: [], lost: ['lan 127.0.0.1'] }));
	});

	it('warns that there is no network, and announces the hub as soon as there is one', async () => {
		const clock = new ManualClock();
		let interfaces: Interfaces = { lo: lans({ lo: '127.0.0.1' }).lo!.map((one) => ({ ...one, internal: true })) };
		start({ interfaces: () => interfaces, clock });
		clock.advance(4_000);
		expect(lines).toMatchObject([{ level: 40, msg: expect.stringContaining('no network') }]);
		const up = browse('mooring').next('up', 'Mooring');
		interfaces = lans({ lan: '127.0.0.1' });
		clock.advance(1_000);
		await vi.waitFor(() => {
			clock.advance(250);
			expect(announced()).toBe(1);
		});
		await up;
	});

	it('announces only those of its addresses that can be reached in a network', async () => {
		const up = browse('mooring').next('up', 'Mooring');
		start();
		// The library would tell all of this machine's; none of them is this network's.
		expect((await up).addresses).toEqual([]);
	});

	it('can be stopped at once, and logs nothing afterwards', async () => {
		const clock = new ManualClock();
		await start({ clock }).stop();
		clock.advance(60_000);
		expect(lines).toEqual([]);
	});

	it('answers a neighbour who asks thousands of times only so often, and goes on', async () => {
		const up = browse('mooring').next('up', 'Mooring');
		start();
		await up;
		const { mdns } = (listener as unknown as { server: { mdns: Mdns } }).server;
		let answers = 0;
		mdns.on('response', () => void answers++);
		const began = performance.now();
		for (let n = 0; n < 2_000; n++) {
			const packet = { type: 'query', questions: [{ name: '_mooring._tcp.local', type: 'PTR' }] };
			await new Promise<void>((resolve) => mdns.send(packet, null, () => resolve()));
		}
		await vi.waitFor(() => expect(answers).toBeGreaterThan(0));
		const seconds = Math.ceil((performance.now() - began) / 1_000) + 1;
		expect(answers).toBeLessThanOrEqual(seconds * PACKETS_A_SECOND.ofOne);
		await browse('mooring').next('up', 'Mooring');
	});

	it('does not mind a neighbour’s broken packet', async () => {
		const up = browse('mooring').next('up', 'Mooring');
		start();
		await up;
		const before = lines.length;
		const stranger = createSocket('udp4');
		// A name that points to itself, and one that is cut.
		for (const name of ['c00c', '3f61'])
			await new Promise<void>((resolve) =>
				stranger.send(Buffer.from(`000000000001000000000000${name}`, 'hex'), multicast.port, '127.0.0.1', () =>
					resolve(),
				),
			);
		await new Promise<void>((resolve) => stranger.close(resolve));
		await browse('mooring').next('up', 'Mooring');
		expect(lines.slice(before)).toEqual([]);
	});

	it('warns once for each socket and goes on if none can be opened', async () => {
		const taken = createSocket('udp4').bind(0, '0.0.0.0');
		await once(taken, 'listening');
		const { port } = taken.address() as AddressInfo;
		const advertisement = start({ multicast: { ...multicast, port } });
		await vi.waitFor(() => expect(lines.filter(({ level }) => level === 40)).toHaveLength(2));
		expect(lines).toContainEqual(expect.objectContaining({ level: 40, interface: 'lan 127.0.0.1' }));
		await advertisement.stop();
		taken.close();
		expect(lines.filter(({ level }) => level === 40)).toHaveLength(2);
	});
});
