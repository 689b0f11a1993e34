import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { WebSocket } from 'ws';

/** Opens many sockets that send nothing. */
const AT_ONCE = 50;

const { url, count } = (await json(process.stdin)) as { url: string; count: number };
for (let left = count; left > 0; left -= AT_ONCE)
	await Promise.all(
		Array.from({ length: Math.min(AT_ONCE, left) }, () =>
			once(new WebSocket(url, { perMessageDeflate: false }), 'open'),
		),
	);
console.log(JSON.stringify({ open: count }));
