import { expect, it, vi } from 'vitest';
import { BoardSerial } from './board-serial.ts';
import type { SerialPortLike } from './web-serial.ts';

it('reports a board that cannot be restarted once, and leaves its port closed', async () => {
	const unhandled = vi.fn();
	process.on('unhandledRejection', unhandled);
	const port = {
		open: async () => undefined,
		close: vi.fn(async () => undefined),
		setSignals: () => Promise.reject(new Error('lost')),
		readable: new ReadableStream<Uint8Array>(),
		writable: new WritableStream<Uint8Array>(),
	};
	const serial = new BoardSerial(port as unknown as SerialPortLike, { line: vi.fn(), improv: vi.fn() });
	const listening = serial.listen({ signal: new AbortController().signal, restart: true });
	await expect(listening).rejects.toThrow('lost');
	await new Promise((resolve) => setImmediate(resolve));
	process.off('unhandledRejection', unhandled);
	expect(unhandled).not.toHaveBeenCalled();
	expect(port.close).toHaveBeenCalledOnce();
});
