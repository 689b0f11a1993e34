import { expect, it } from 'vitest';
import { readBlob } from './download-file.ts';

function answer(pieces: string[], error?: Error): Response {
	const encoder = new TextEncoder();
	return new Response(
		new ReadableStream({
			pull(controller) {
				const piece = pieces.shift();
				if (piece !== undefined) controller.enqueue(encoder.encode(piece));
				else if (error) controller.error(error);
				else controller.close();
			},
		}),
	);
}

it('reads all that comes, and tells how much it is by now', async () => {
	const told: number[] = [];
	const blob = await readBlob(answer(['boats ', 'on ', 'a lake']), (bytes) => told.push(bytes));
	expect(await blob.text()).toBe('boats on a lake');
	expect(told).toEqual([6, 9, 15]);
});

it('is no file if its end does not come', async () => {
	await expect(readBlob(answer(['boats'], new TypeError('network error')), () => undefined)).rejects.toThrow();
});
