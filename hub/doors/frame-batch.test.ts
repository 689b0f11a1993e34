import { beforeEach, describe, expect, it } from 'vitest';
import { FrameBatch } from './frame-batch.ts';

const FRAMES = 2_000;
const FRAME_BYTES = 960;
const frames = Array.from({ length: FRAMES }, (_, n) => new Uint8Array(FRAME_BYTES).fill(n));

let sent: Uint8Array[];
let packets: number;
let batch: FrameBatch;

beforeEach(() => {
	sent = [];
	packets = 0;
	batch = new FrameBatch({
		send: (frame) => void sent.push(frame),
		cork: (act) => void (packets++, act()),
	});
});

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('what is sent to a board in one moment', () => {
	it('is held back only up to a limit, and is sent in order', async () => {
		for (const [n, frame] of frames.entries()) {
			batch.send(frame);
			expect((n + 1 - sent.length) * FRAME_BYTES).toBeLessThan(32 * 1_024);
		}
		await turn();
		expect(sent.length).toBe(FRAMES);
		expect(sent.every((frame, n) => frame === frames[n])).toBe(true);
	});

	it('is sent in few packets if it is many small frames', async () => {
		for (let n = 0; n < 1_000; n++) batch.send(new Uint8Array(50));
		await turn();
		expect(sent).toHaveLength(1_000);
		expect(packets).toBeLessThan(5);
	});

	it('is sent at once if it is one frame, and the few after it in one packet', async () => {
		batch.send(frames[0]!);
		expect(sent).toHaveLength(1);
		for (const frame of frames.slice(1, 5)) batch.send(frame);
		expect(sent).toHaveLength(1);
		await turn();
		expect([sent.length, packets]).toEqual([5, 1]);
		batch.send(frames[5]!);
		expect(sent).toHaveLength(6);
	});

	it('is dropped when the socket ends, also in the middle', async () => {
		const ending = new FrameBatch({
			send(frame) {
				sent.push(frame);
				if (sent.length === 3) ending.end();
			},
			cork: (act) => act(),
		});
		for (const frame of frames.slice(0, 8)) ending.send(frame);
		await turn();
		expect(sent).toHaveLength(3);
	});
});
