import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { COMMAND } from './improv.ts';
import { WifiOverUsb } from './wifi-over-usb.svelte.ts';

/** Index of the command in a packet. */
const COMMAND_AT = 9;

describe('giving a board its Wi-Fi by cable', () => {
	/** commands sent to the board, and the bytes of the last one */
	let sent: number[];
	let last: Uint8Array;
	let wifi: WifiOverUsb;

	beforeEach(() => {
		vi.useFakeTimers();
		sent = [];
		wifi = new WifiOverUsb((bytes) => {
			sent.push(bytes[COMMAND_AT]!);
			last = bytes;
			return Promise.resolve();
		});
	});
	afterEach(() => vi.useRealTimers());

	const settle = () => vi.advanceTimersByTimeAsync(0);
	const result = (command: number, ...values: string[]) => wifi.onMessage({ kind: 'result', command, values });

	/** A board that answers and lists these networks. */
	async function ready(...networks: string[][]): Promise<void> {
		void wifi.begin();
		wifi.onMessage({ kind: 'state', state: 'ready' });
		await settle();
		result(COMMAND.info, 'Mooring', '0.1.0', 'ESP8266', 'ESP_5CCF7FAABBCC');
		await settle();
		for (const network of networks) result(COMMAND.scan, ...network);
		result(COMMAND.scan);
		await settle();
	}

	it('asks for state, name and networks, and lists each network once, strongest first', async () => {
		await ready(
			['Attic', '-80', 'YES'],
			['Home', '-71', 'YES'],
			['Home', '-45', 'YES'],
			['Guests', '', 'NO'],
			['', '-30', 'YES'],
		);
		expect(sent).toEqual([COMMAND.state, COMMAND.info, COMMAND.scan]);
		expect(wifi.board).toBe('ESP_5CCF7FAABBCC');
		expect(wifi.phase).toBe('ready');
		expect(wifi.scanning).toBe(false);
		expect(wifi.networks).toEqual([
			{ ssid: 'Home', rssi: -45, secured: true },
			{ ssid: 'Attic', rssi: -80, secured: true },
			{ ssid: 'Guests', rssi: undefined, secured: false },
		]);
	});

	it('repeats its request to a starting board, and gives up if nothing answers Improv', async () => {
		void wifi.begin();
		await vi.advanceTimersByTimeAsync(3_500);
		expect(sent).toEqual(Array.from({ length: 4 }, () => COMMAND.state));
		expect(wifi.phase).toBe('asking');
		await vi.advanceTimersByTimeAsync(10_000);
		expect(wifi.phase).toBe('silent');
		expect(sent).toHaveLength(8);
		await ready();
		expect(wifi.phase).toBe('ready');
		expect(wifi.networks).toEqual([]);
	});

	it('asks in one round only when its form is opened again meanwhile', async () => {
		void wifi.begin();
		void wifi.begin();
		await vi.advanceTimersByTimeAsync(3_500);
		expect(sent).toEqual(Array.from({ length: 4 }, () => COMMAND.state));
	});

	it('works with a board that reports neither its name nor networks', async () => {
		void wifi.begin();
		wifi.onMessage({ kind: 'state', state: 'ready' });
		await settle();
		for (const _ of ['info', 'scan']) {
			wifi.onMessage({ kind: 'error', error: 'unknown-command' });
			await settle();
		}
		expect(wifi).toMatchObject({ phase: 'ready', scanning: false, networks: [], board: undefined });
	});

	it('sends name and password, and is done only when the board confirms the join', async () => {
		await ready(['Home', '-45', 'YES']);
		void wifi.join('Home', 'quite a secret');
		expect(wifi.phase).toBe('joining');
		expect(new TextDecoder().decode(last)).toContain('\x04Home\x0equite a secret');
		wifi.onMessage({ kind: 'error', error: null });
		wifi.onMessage({ kind: 'state', state: 'joined' }); // of the network before
		result(COMMAND.state);
		await settle();
		expect(wifi.phase).toBe('joining');
		result(COMMAND.join, 'http://192.168.1.4:8080');
		await settle();
		expect(wifi).toMatchObject({ phase: 'joined', ssid: 'Home', problem: undefined });
	});

	it.each([
		['does not get on it', () => wifi.onMessage({ kind: 'error', error: 'not-joined' }), 'not-joined'],
		['does not take it', () => wifi.onMessage({ kind: 'error', error: 'bad-packet' }), 'not-taken'],
		['says nothing for a minute', () => void vi.advanceTimersByTime(60_000), 'no-answer'],
		['is gone', () => wifi.end(), 'no-answer'],
	])('reports it if the board %s, and allows another try', async (_, happens, problem) => {
		await ready(['Home', '-45', 'YES']);
		void wifi.join('Home', 'wrong word');
		happens();
		await settle();
		expect(wifi).toMatchObject({ phase: 'ready', problem });
		void wifi.join('Home', 'quite a secret');
		expect(wifi.problem).toBeUndefined();
	});

	it('sends nothing after the port is lost', async () => {
		void wifi.begin();
		wifi.end();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(sent).toEqual([COMMAND.state]);
		expect(wifi.phase).toBe('silent');
	});
});
