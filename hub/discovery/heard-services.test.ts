import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import { HeardServices, MAX_SERVICES } from './heard-services.ts';
import type { DnsRecord, Mdns } from './lan-voices.ts';

const TYPE = '_mooring._tcp.local';

let mdns: Mdns;
let heard: HeardServices;
beforeEach(() => {
	mdns = Object.assign(new EventEmitter(), { send: vi.fn(), query: vi.fn() });
	heard = new HeardServices(mdns);
});

const hears = (...answers: DnsRecord[]) => void mdns.emit('response', { type: 'response', answers });
const points = (name: string, ttl = 4_500, type = TYPE) => ({ type: 'PTR', name: type, ttl, data: `${name}.${type}` });
const tells = (name: string, id: string) => ({ type: 'TXT', name: `${name}.${TYPE}`, data: [Buffer.from(`id=${id}`)] });

it('remembers each service once, with the id of a hub, until it says goodbye', () => {
	hears(points('Mooring'), tells('Mooring', 'aa'), points('Printer', 4_500, '_http._tcp.local'));
	hears(points('mooring', 4_500, '_Mooring._TCP.local'));
	expect(heard.all()).toEqual([
		{ name: 'Printer', id: undefined },
		{ name: 'mooring', id: 'aa' },
	]);
	hears(points('Printer', 0, '_http._tcp.local'));
	expect(heard.all()).toHaveLength(1);
});

it('leaves other records alone, whatever is in them', () => {
	hears(
		{ type: 'A', name: `x.${TYPE}`, data: '10.0.0.1' },
		{ type: 'PTR', name: TYPE, data: Buffer.from('x') },
		{ type: 'PTR', name: '_ipp._tcp.local', data: 'Printer._ipp._tcp.local' },
		{ type: 'TXT', name: 'x.local', data: ['id=aa'] },
	);
	expect(heard.all()).toEqual([]);
});

it('forgets the ones heard longest ago when somebody announces thousands', () => {
	for (let n = 0; n < 40; n++) hears(...Array.from({ length: 100 }, (_, k) => points(`x${n * 100 + k}`)));
	expect(heard.all()).toHaveLength(MAX_SERVICES);
	expect(heard.all().at(-1)).toEqual({ name: 'x3999', id: undefined });
});

it('tells of a name under which another hub answers', () => {
	const clashed = vi.fn();
	heard.onClash(clashed);
	hears(tells('Mooring', 'bb'), tells('Mooring', 'bb'));
	expect(clashed).not.toHaveBeenCalled();
	hears(tells('Mooring', 'aa'));
	expect(clashed).toHaveBeenCalledExactlyOnceWith({ name: 'Mooring', id: 'aa' });
});
