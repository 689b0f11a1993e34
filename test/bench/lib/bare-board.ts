import { json } from 'node:stream/consumers';
import { WebSocket } from 'ws';

/** The bare relay's board, in a process of its own like the hub's boards: sends back whatever it receives. */
const { url } = (await json(process.stdin)) as { url: string };
const socket = new WebSocket(url, { perMessageDeflate: false });
socket.on('message', (data: Buffer) => socket.send(data));
socket.on('open', () => console.log(JSON.stringify({ open: true })));
