import uWS, { type WebSocket } from 'uWebSockets.js';

/**
 * The comparison for the hub: the same two hops on bare uWebSockets.js, without logic and crypto. Whatever the
 * dashboard sends goes to the board, and the other way round. Sockets on /idle stay idle.
 */
let dashboard: WebSocket<unknown> | undefined;
let board: WebSocket<unknown> | undefined;
let idle = 0;
const app = uWS
	.App()
	.ws('/dashboard', {
		open: (ws) => void (dashboard = ws),
		message: (_, message, isBinary) => void board?.send(message, isBinary),
		close: () => void (dashboard = undefined),
	})
	.ws('/board', {
		open: (ws) => void (board = ws),
		message: (_, message, isBinary) => void dashboard?.send(message, isBinary),
		close: () => void (board = undefined),
	})
	.ws('/idle', {
		idleTimeout: 0,
		sendPingsAutomatically: false,
		open: () => void idle++,
		close: () => void idle--,
	})
	.get('/idle-count', (res) => void res.end(String(idle)));
app.listen('127.0.0.1', 0, (listening) => {
	if (!listening) throw new Error('No port is free.');
	console.log(JSON.stringify({ port: uWS.us_socket_local_port(listening) }));
});
