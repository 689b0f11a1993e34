import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { WebSocket } from 'ws';

/** Settings for many open dashboards, read from stdin. */
export interface ManyDashboards {
	url: string;
	count: number;
	/** of signed-in browsers, used in turn, to follow the hub: then the sockets speak just enough socket.io for that */
	cookies?: readonly string[];
	/** the text by which messages with the measured change are recognised */
	holds: string;
}

/** Printed for each change, once every dashboard has it. */
export interface Arrived {
	/** from the first dashboard that had it to the last, ms */
	spreadMs: number;
	text: string;
}

const AT_ONCE = 50;
const FOLLOW_AGAIN_MS = 1_000;
const { url, count, cookies = [], holds } = (await json(process.stdin)) as ManyDashboards;
let arrived = 0;
let first = 0;

function take(text: string): void {
	if (!text.includes(holds)) return;
	if (arrived++ === 0) first = performance.now();
	if (arrived < count) return;
	arrived = 0;
	const told: Arrived = { spreadMs: performance.now() - first, text };
	console.log(JSON.stringify(told));
}

async function open(cookie: string | undefined): Promise<void> {
	const socket = new WebSocket(url, { perMessageDeflate: false, headers: cookie ? { cookie } : {} });
	const followed = new Promise<void>((resolve) => {
		socket.on('message', (data: Buffer) => {
			const text = data.toString();
			// engine.io's greeting, ping, socket.io's greeting, and the answer to `follow`
			if (text.startsWith('0')) socket.send('40');
			else if (text === '2') socket.send('3');
			else if (text.startsWith('40')) socket.send('420["follow",{}]');
			else if (text.startsWith('430[{"ok":true')) resolve();
			else if (text.startsWith('430'))
				// A session may ask for the house 24 times in 10 s.
				setTimeout(() => socket.send('420["follow",{}]'), FOLLOW_AGAIN_MS);
			else take(text);
		});
	});
	await once(socket, 'open');
	if (cookie) await followed;
}

for (let left = count; left > 0; left -= AT_ONCE)
	await Promise.all(
		Array.from({ length: Math.min(AT_ONCE, left) }, (_, n) => open(cookies[(left - n) % cookies.length])),
	);
console.log(JSON.stringify({ open: count }));
