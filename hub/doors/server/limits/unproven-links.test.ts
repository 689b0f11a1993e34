import { beforeEach, describe, expect, it } from 'vitest';
import { UnprovenLinks } from './unproven-links.ts';

let links: UnprovenLinks;
let dropped: string[];

beforeEach(() => {
	links = new UnprovenLinks({ perNetwork: 4, inAll: 8 });
	dropped = [];
});

/** Opens a link with this progress; undefined if there is no place for it. */
function open(address: string, progress = 0, name = address) {
	const isExempt = address === '127.0.0.1';
	if (!links.makeRoom(address, isExempt)) return undefined;
	const link = {
		progress: () => progress,
		drop() {
			dropped.push(name);
			leave();
		},
	};
	const leave = links.take(address, link, isExempt);
	return { link, leave };
}

describe('unproven links', () => {
	it('of one network are limited, until one is proven or gone', () => {
		const held = Array.from({ length: 4 }, () => open('2001:db8::1'));
		expect(open('2001:db8::2:3')).toBeUndefined();
		held[0]!.leave();
		held[0]!.leave();
		expect(links.all).toBe(3);
		expect(open('2001:db8::2:3')).toBeDefined();
		expect(open('2001:db8::2:3')).toBeUndefined();
		expect(dropped).toEqual([]);
	});

	it('are dropped for a board of another network, and for the hub’s own machine, when they hold every place', () => {
		for (let n = 0; n < 8; n++) open(`10.0.0.${n % 2}`);
		expect(open('192.168.1.9')).toBeDefined();
		expect(open('127.0.0.1')).toBeDefined();
		expect(dropped).toEqual(['10.0.0.0', '10.0.0.1']);
		expect(links.all).toBe(8);
	});

	it('are dropped even if each is of another network', () => {
		for (let n = 0; n < 8; n++) open(`10.0.${n}.1`);
		expect(open('192.168.1.9')).toBeDefined();
		expect(dropped).toEqual(['10.0.0.1']);
	});

	it('are dropped in the network that holds most, those with least progress first, of equals the oldest', () => {
		open('10.0.0.1', 0, 'alone');
		open('10.0.0.2', 2, 'greeted');
		for (const [name, progress] of Object.entries({ named: 1, silent: 0, newer: 0 })) open('10.0.0.2', progress, name);
		for (let n = 0; n < 3; n++) open('10.0.0.3', 0, `other ${n}`);
		for (let n = 4; n < 8; n++) expect(open(`10.0.0.${n}`)).toBeDefined();
		expect(dropped).toEqual(['silent', 'other 0', 'newer', 'other 1']);
	});

	it('are not dropped for a network that holds as many, so that trying again and again gains nothing', () => {
		for (let n = 0; n < 8; n++) open(`10.0.0.${n % 4}`);
		open('10.0.0.9');
		expect(open('10.0.0.9')).toBeDefined();
		expect(open('10.0.0.9')).toBeUndefined();
		expect(dropped).toHaveLength(2);
	});

	it('of the hub’s own machine are not limited, and are dropped last', () => {
		for (let n = 0; n < 8; n++) expect(open('127.0.0.1')).toBeDefined();
		expect(open('10.0.0.1')).toBeDefined();
		expect(open('10.0.0.1')).toBeUndefined();
		expect(open('127.0.0.1')).toBeDefined();
		expect(dropped).toEqual(['127.0.0.1', '127.0.0.1']);
	});

	it('are counted correctly after some were dropped', () => {
		for (let n = 0; n < 100; n++) open(`10.0.${n}.1`);
		expect(links.all).toBe(8);
		expect(dropped).toHaveLength(92);
	});
});
