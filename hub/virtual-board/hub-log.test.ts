import { describe, expect, it } from 'vitest';
import { LogLevel } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { HubLog } from './hub-log.ts';

function begin() {
	const clock = new ManualClock();
	const log = new HubLog(clock);
	const heard: string[] = [];
	const hub = { there: true };
	const send = ({ text }: { text: string }) => {
		if (hub.there) heard.push(text);
		return hub.there;
	};
	return { clock, log, heard, hub, send, write: (text: string) => log.write(LogLevel.INFO, text, send) };
}

describe('HubLog', () => {
	it('keeps the newest eight lines while the hub is away, and sends them in their order', () => {
		const { log, heard, hub, send, write } = begin();
		hub.there = false;
		for (let line = 1; line <= 10; line++) write(String(line));
		hub.there = true;
		log.flush(send);
		log.flush(send);
		expect(heard).toEqual(['3', '4', '5', '6', '7', '8', '9', '10']);
	});

	it('is no flood: twenty lines a minute', () => {
		const { clock, heard, write } = begin();
		for (let line = 1; line <= 100; line++) write(String(line));
		expect(heard).toHaveLength(20);
		clock.advance(60_000);
		write('later');
		expect(heard.at(-1)).toBe('later');
	});

	it.each(['x'.repeat(201), 'ä'.repeat(150), '😀'.repeat(60)])(
		'cuts a line to 200 bytes, and no character in two',
		(text) => {
			const { heard, write } = begin();
			write(text);
			expect(Buffer.byteLength(heard[0]!)).toBeLessThanOrEqual(200);
			expect(Buffer.byteLength(heard[0]!)).toBeGreaterThan(190);
			expect(heard[0]).toMatch(/^(x+|ä+|(?:😀)+)…$/);
		},
	);

	it('leaves a line of 200 bytes whole', () => {
		const { heard, write } = begin();
		write('x'.repeat(200));
		expect(heard).toEqual(['x'.repeat(200)]);
	});
});
