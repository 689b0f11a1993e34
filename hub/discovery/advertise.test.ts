import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Bonjour from 'bonjour-service';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ManualClock } from '../base/manual-clock.ts';
import { type Advertised, type Advertisement, advertise } from './advertise.ts';
import type { MulticastOptions } from './responder.ts';

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
	multicast = { interface: '127.0.0.1', bind: '0.0.0.0', port: (socket.address() as AddressInfo).port };
	socket.close();
	await once(socket, 'close');
	listener = new Bonjour(multicast as object);
	lines = [];
});

afterEach(async () => {
	await Promise.all(running.splice(0).map((advertisement) => advertisement.stop()));
	await new Promise<void>((resolve) => listener.destroy(resolve));
});

function start(change: Partial<Advertised> = {}): Advertisement {
	const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
	const advertisement = advertise({ name: 'Mooring', port: 8080, hubId: A, log, multicast, ...change });
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

	it('announces itself again when the network changes', async () => {
		const clock = new ManualClock();
		let address = '192.168.1.4';
		const interfaces = () => ({ lan: [{ address, internal: false }] });
		start({ interfaces, clock });
		clock.advance(750);
		expect(announced()).toBe(1);
		address = '192.168.1.5';
		clock.advance(5_000);
		await vi.waitFor(() => {
			clock.advance(250);
			expect(announced()).toBe(2);
		});
	});

	it('can be stopped at once, and stays silent then', async () => {
		const clock = new ManualClock();
		await start({ clock }).stop();
		clock.advance(60_000);
		expect(lines).toEqual([]);
	});

	it('warns once and goes on where the socket cannot be had', async () => {
		const taken = createSocket('udp4').bind(0, '0.0.0.0');
		await once(taken, 'listening');
		const { port } = taken.address() as AddressInfo;
		const advertisement = start({ multicast: { ...multicast, port } });
		await vi.waitFor(() => expect(lines.filter(({ level }) => level === 40)).toHaveLength(1));
		await advertisement.stop();
		taken.close();
		expect(lines.filter(({ level }) => level === 40)).toHaveLength(1);
	});
});
