import { beforeEach, expect, it } from 'vitest';
import { CONNECTIONS_MAX, ConnectionLimit } from './connection-limit.ts';

const HOME = '192.168.1.9';

let limit: ConnectionLimit;

beforeEach(() => {
	limit = new ConnectionLimit();
});

const isTaken = (isItself: boolean, address: string) => limit.take(isItself, address, 0) === 'taken';
const useUp = (isItself: boolean, address: string) => {
	for (let n = 0; n < CONNECTIONS_MAX; n++) expect(isTaken(isItself, address)).toBe(true);
	expect(isTaken(isItself, address)).toBe(false);
};

it('connections with the boot id from one network do not use up those of another network', () => {
	useUp(true, '10.0.0.1');
	useUp(true, '2001:db8::1');
	expect(isTaken(true, '2001:db8::2')).toBe(false);
	expect(isTaken(true, HOME)).toBe(true);
});

it('connections without the boot id do not use up those of the board in the same network', () => {
	useUp(false, HOME);
	expect(isTaken(true, HOME)).toBe(true);
});
